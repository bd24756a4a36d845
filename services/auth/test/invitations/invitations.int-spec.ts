import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@crm-vision/common/ids';
import { type AuthUnderTest, failure, invite, join, newEmail, PASSWORD, resolve, signUp, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const notOpen = { kind: 'notFound', code: 'INVITATION_NOT_FOUND' };

describe('CreateInvitation: OK', () => {
  it('answers a link whose token is not kept, also for its idempotency key', async () => {
    const { token } = await signUp(auth);
    const { link, invitation } = await auth.invitations.createInvitation({ email: newEmail(), role: 'member' }, { token, idempotencyKey: newId() });
    expect(link).toMatch(/^https:\/\/crm\.example\.com\/join#[A-Za-z0-9_-]{43}$/);
    const kept = await auth.testDatabase.sql("select i.*, encode(token_hash, 'escape') as raw, (select json_agg(k) from auth.idempotency_key k) as keys from auth.invitation i where id = $1", [invitation!.id]);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(link.split('#')[1]);
  });

  it('takes the place of an earlier invitation of the same person', async () => {
    const host = await signUp(auth);
    const email = newEmail();
    const [first, second] = [await invite(auth, host, 'viewer', email), await invite(auth, host, 'member', email)];
    expect(await failure(auth.invitations.resolveInvitation({ token: first }))).toMatchObject(notOpen);
    await expect(auth.invitations.resolveInvitation({ token: second })).resolves.toMatchObject({ role: 'member' });
  });
});

describe('CreateInvitation: ALREADY_EXISTS', () => {
  it('refuses somebody who is in', async () => {
    const host = await signUp(auth);
    const { email } = await join(auth, host, 'member');
    const error = await failure(auth.invitations.createInvitation({ email: email.toUpperCase(), role: 'member' }, { token: host.token }));
    expect(error).toMatchObject({ kind: 'alreadyExists', code: 'ALREADY_A_MEMBER', fields: [{ field: 'email' }] });
  });
});

describe('CreateInvitation: INVALID_ARGUMENT', () => {
  it.each([[{ email: 'nobody' }, 'email'], [{ role: 'owner' }, 'role'], [{ role: '' }, 'role']])('names the field: %j', async (wrong, field) => {
    const { token } = await signUp(auth);
    expect(await failure(auth.invitations.createInvitation({ email: newEmail(), role: 'member', ...wrong }, { token }))).toMatchObject({ kind: 'invalid', fields: [{ field }] });
  });
});

describe('CreateInvitation, ListInvitations, RevokeInvitation: PERMISSION_DENIED', () => {
  it.each(['member', 'viewer'])('refuses a %s', async (role) => {
    const { token } = await join(auth, await signUp(auth), role);
    const calls = [
      () => auth.invitations.createInvitation({ email: newEmail(), role: 'viewer' }, { token }),
      () => auth.invitations.listInvitations({}, { token }),
      () => auth.invitations.revokeInvitation({ id: newId() }, { token }),
    ];
    for (const call of calls) expect(await failure(call())).toMatchObject({ kind: 'forbidden' });
  });
});

describe('ListInvitations: OK', () => {
  it('shows what is open in this workspace, newest first', async () => {
    const [host, other] = [await signUp(auth), await signUp(auth)];
    const [first, second] = [newEmail(), newEmail()];
    await invite(auth, host, 'member', first);
    await invite(auth, host, 'viewer', second);
    await join(auth, host, 'member');
    await invite(auth, other, 'member');
    const { invitations } = await auth.invitations.listInvitations({}, { token: host.token });
    expect(invitations.map(({ email, role, invitedBy }) => [email, role, invitedBy])).toEqual([[second, 'viewer', host.userId], [first, 'member', host.userId]]);
  });
});

describe('RevokeInvitation: OK', () => {
  it('closes the link', async () => {
    const host = await signUp(auth);
    const token = await invite(auth, host, 'member');
    const { invitations } = await auth.invitations.listInvitations({}, { token: host.token });
    await auth.invitations.revokeInvitation({ id: invitations[0]!.id }, { token: host.token });
    expect(await failure(auth.invitations.resolveInvitation({ token }))).toMatchObject(notOpen);
  });
});

describe('RevokeInvitation: NOT_FOUND', () => {
  it("says the same for another workspace's invitation, one that is not there, and nonsense", async () => {
    const [host, other] = [await signUp(auth), await signUp(auth)];
    const token = await invite(auth, other, 'member');
    const [theirs] = (await auth.invitations.listInvitations({}, { token: other.token })).invitations;
    for (const id of [theirs!.id, newId(), 'nonsense']) expect(await failure(auth.invitations.revokeInvitation({ id }, { token: host.token }))).toMatchObject(notOpen);
    await expect(auth.invitations.resolveInvitation({ token })).resolves.toBeDefined();
  });
});

describe('ResolveInvitation: OK', () => {
  it('tells who invites to what, and not whether the email has an account', async () => {
    const [host, known] = [await signUp(auth), await signUp(auth)];
    const stranger = await auth.invitations.resolveInvitation({ token: await invite(auth, host, 'viewer') });
    const preview = { workspaceName: 'Analytical Engines', role: 'viewer', invitedByName: 'Ada Lovelace' };
    expect(stranger).toEqual({ ...preview, email: stranger.email, expiresAt: stranger.expiresAt });
    const told = await auth.invitations.resolveInvitation({ token: await invite(auth, host, 'viewer', known.email) });
    expect(told).toEqual({ ...preview, email: known.email, expiresAt: told.expiresAt });
  });
});

describe('ResolveInvitation, AcceptInvitation: NOT_FOUND', () => {
  it('does not find an invitation that is over, used, or never was', async () => {
    const host = await signUp(auth);
    const over = await invite(auth, host, 'member');
    await auth.testDatabase.sql("update auth.invitation set expires_at = now() - interval '1 second' where workspace_id = $1", [host.workspaceId]);
    const used = await invite(auth, host, 'member');
    await auth.invitations.acceptInvitation({ token: used, name: 'Grace', password: PASSWORD, device: undefined, deviceToken: '', replacedSessionToken: '' });
    for (const token of [over, used, 'nonsense', '']) {
      expect(await failure(auth.invitations.resolveInvitation({ token }))).toMatchObject(notOpen);
      expect(await failure(auth.invitations.acceptInvitation({ token, name: 'Grace', password: PASSWORD, device: undefined, deviceToken: '', replacedSessionToken: '' }))).toMatchObject(notOpen);
    }
  });

  it('lets one of two at once in', async () => {
    const [host, guest] = [await signUp(auth), await signUp(auth)];
    const token = await invite(auth, host, 'member', guest.email);
    const accept = (): Promise<unknown> => auth.invitations.acceptInvitation({ token, name: '', password: PASSWORD, device: undefined, deviceToken: '', replacedSessionToken: '' });
    const results = await Promise.allSettled([accept(), accept()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('AcceptInvitation: OK', () => {
  it('makes a new person a member and opens that workspace', async () => {
    const host = await signUp(auth);
    const email = newEmail();
    const answer = await auth.invitations.acceptInvitation({ token: await invite(auth, host, 'admin', email), name: 'Grace Hopper', password: PASSWORD, device: undefined, deviceToken: '', replacedSessionToken: '' });
    expect(answer).toMatchObject({ user: { email, name: 'Grace Hopper' }, workspace: { id: host.workspaceId, role: 'admin' } });
    expect((await resolve(auth, answer.sessionToken)).workspaceId).toBe(host.workspaceId);
  });

  it('adds the workspace to a known person, who keeps name and password', async () => {
    const [host, guest] = [await signUp(auth), await signUp(auth)];
    const answer = await auth.invitations.acceptInvitation({ token: await invite(auth, host, 'viewer', guest.email), name: 'Somebody Else', password: PASSWORD, device: undefined, deviceToken: '', replacedSessionToken: '' });
    expect(answer.user).toMatchObject({ id: guest.userId, name: 'Ada Lovelace' });
    const { workspaces } = await auth.sessions.resolveSession({ sessionToken: answer.sessionToken, workspaceId: '' });
    expect(workspaces.map(({ id }) => id).sort()).toEqual([host.workspaceId, guest.workspaceId].sort());
  });
});

describe('AcceptInvitation: UNAUTHENTICATED', () => {
  it('says the same for a wrong password and for an email without an account, and counts both', async () => {
    const [host, guest] = [await signUp(auth), await signUp(auth)];
    const told = async (email: string | undefined, ip: string): Promise<unknown[]> => {
      const token = await invite(auth, host, 'viewer', email);
      const attempt = () => failure(auth.invitations.acceptInvitation({ token, name: '', password: 'not the kettle at all', device: { ip, userAgent: 'Test' }, deviceToken: '', replacedSessionToken: '' }));
      const errors = [];
      for (let count = 0; count < 6; count += 1) errors.push(await attempt());
      return errors.map(({ kind, code, message, fields }) => ({ kind, code, message, fields }));
    };
    const known = await told(guest.email, '203.0.113.1');
    expect(known.map((error) => (error as { code: string }).code)).toEqual([...Array.from({ length: 5 }, () => 'WRONG_CREDENTIALS'), 'TOO_MANY_ATTEMPTS']);
    expect(await told(undefined, '198.51.100.1')).toEqual(known);
  });

  it('wants the password of a known person, and stays open for it', async () => {
    const [host, guest] = [await signUp(auth), await signUp(auth)];
    const token = await invite(auth, host, 'viewer', guest.email);
    expect(await failure(auth.invitations.acceptInvitation({ token, name: '', password: 'wrong', device: undefined, deviceToken: '', replacedSessionToken: '' }))).toMatchObject({ kind: 'unauthenticated', code: 'WRONG_CREDENTIALS' });
    await expect(auth.invitations.acceptInvitation({ token, name: '', password: PASSWORD, device: undefined, deviceToken: '', replacedSessionToken: '' })).resolves.toBeDefined();
  });
});

describe('AcceptInvitation: INVALID_ARGUMENT', () => {
  it.each([[{ name: 'x'.repeat(121) }, 'name'], [{ password: 'short' }, 'password']])('names the field and leaves the invitation open: %j', async (wrong, field) => {
    const token = await invite(auth, await signUp(auth), 'member');
    expect(await failure(auth.invitations.acceptInvitation({ token, name: 'Grace', password: PASSWORD, device: undefined, deviceToken: '', replacedSessionToken: '', ...wrong }))).toMatchObject({ kind: 'invalid', fields: [{ field }] });
    await expect(auth.invitations.resolveInvitation({ token })).resolves.toBeDefined();
  });
});
