import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@crm-vision/common/ids';
import { eventually, listenOn } from '@crm-vision/common/testing';
import { type AuthUnderTest, failure, invite, join, resolve, signUp, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

describe('ListMembers: OK', () => {
  it('shows everybody of this workspace alone; the removed when asked', async () => {
    const host = await signUp(auth);
    await signUp(auth);
    const [viewer, removed] = [await join(auth, host, 'viewer'), await join(auth, host, 'member')];
    await auth.members.removeMember({ userId: removed.userId }, { token: host.token });
    const list = async (includeRemoved: boolean): Promise<string[][]> => (await auth.members.listMembers({ includeRemoved }, { token: viewer.token })).members.map(({ userId, role, status }) => [userId, role, status]);
    const active = [[host.userId, 'owner', 'active'], [viewer.userId, 'viewer', 'active']];
    expect(await list(false)).toEqual(active);
    expect(await list(true)).toEqual([...active, [removed.userId, 'member', 'removed']]);
  });
});

describe('UpdateMember: OK', () => {
  it('counts at once, also for access tokens from before', async () => {
    const host = await signUp(auth);
    const admin = await join(auth, host, 'admin');
    const { member } = await auth.members.updateMember({ userId: admin.userId, role: 'viewer' }, { token: host.token });
    expect(member).toMatchObject({ userId: admin.userId, role: 'viewer', email: admin.email });
    expect(await failure(auth.workspaces.updateWorkspace({ name: 'Mine' }, { token: admin.token }))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('tells the gateways, and writes the audit trail', async () => {
    const heard = await listenOn('crm-vision:sessions-revoked');
    const host = await signUp(auth);
    const { userId } = await join(auth, host, 'member');
    await auth.members.updateMember({ userId, role: 'admin' }, { token: host.token });
    await eventually(() => expect(heard.messages).toContainEqual({ userId }));
    heard.stop();
    const [entry] = await auth.testDatabase.sql("select actor_id, details from auth.audit_entry where subject_id = $1 and action = 'member.role_changed'", [userId]);
    expect(entry).toEqual({ actor_id: host.userId, details: { from: 'member', to: 'admin' } });
  });
});

describe('UpdateMember: FAILED_PRECONDITION', () => {
  it('keeps the last owner an owner', async () => {
    const host = await signUp(auth);
    expect(await failure(auth.members.updateMember({ userId: host.userId, role: 'admin' }, { token: host.token }))).toMatchObject({ kind: 'ruleBroken', code: 'LAST_OWNER' });
  });

  it('keeps one of two owners who demote each other at once', async () => {
    const host = await signUp(auth);
    const second = await join(auth, host, 'owner');
    const results = await Promise.allSettled([
      auth.members.updateMember({ userId: host.userId, role: 'member' }, { token: second.token }),
      auth.members.updateMember({ userId: second.userId, role: 'member' }, { token: host.token }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const owners = await auth.testDatabase.sql("select 1 from auth.membership where workspace_id = $1 and role = 'owner'", [host.workspaceId]);
    expect(owners).toHaveLength(1);
  });
});

describe('UpdateMember: PERMISSION_DENIED', () => {
  it.each(['member', 'viewer'])('refuses a %s', async (role) => {
    const caller = await join(auth, await signUp(auth), role);
    expect(await failure(auth.members.updateMember({ userId: caller.userId, role: 'admin' }, { token: caller.token }))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('lets an admin neither make nor unmake an owner', async () => {
    const host = await signUp(auth);
    const [admin, second] = [await join(auth, host, 'admin'), await join(auth, host, 'owner')];
    expect(await failure(auth.members.updateMember({ userId: admin.userId, role: 'owner' }, { token: admin.token }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(auth.members.updateMember({ userId: second.userId, role: 'viewer' }, { token: admin.token }))).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('UpdateMember: INVALID_ARGUMENT', () => {
  it('names the field of an unknown role', async () => {
    const host = await signUp(auth);
    expect(await failure(auth.members.updateMember({ userId: host.userId, role: 'king' }, { token: host.token }))).toMatchObject({ kind: 'invalid', fields: [{ field: 'role' }] });
  });
});

describe('UpdateMember, RemoveMember: NOT_FOUND', () => {
  it('says the same for a member of another workspace, nobody, and nonsense', async () => {
    const [host, other] = [await signUp(auth), await signUp(auth)];
    for (const userId of [other.userId, newId(), 'nonsense', '']) {
      expect(await failure(auth.members.updateMember({ userId, role: 'viewer' }, { token: host.token }))).toMatchObject({ kind: 'notFound', code: 'MEMBER_NOT_FOUND' });
      expect(await failure(auth.members.removeMember({ userId }, { token: host.token }))).toMatchObject({ kind: 'notFound', code: 'MEMBER_NOT_FOUND' });
    }
  });
});

describe('RemoveMember: OK', () => {
  it('puts the member out at once, and tells the gateways', async () => {
    const heard = await listenOn('crm-vision:sessions-revoked');
    const host = await signUp(auth);
    const member = await join(auth, host, 'member');
    await auth.members.removeMember({ userId: member.userId }, { token: host.token });
    expect(await failure(auth.members.listMembers({ includeRemoved: false }, { token: member.token }))).toMatchObject({ code: 'SESSION_EXPIRED' });
    expect(await failure(resolve(auth, member.sessionToken))).toMatchObject({ code: 'SESSION_EXPIRED' });
    await eventually(() => expect(heard.messages).toContainEqual({ userId: member.userId }));
    heard.stop();
  });

  it('takes the links back that an admin has made, also of one who is no admin any more', async () => {
    const host = await signUp(auth);
    const [removed, demoted] = [await join(auth, host, 'admin'), await join(auth, host, 'admin')];
    const tokens = [await invite(auth, removed, 'admin'), await invite(auth, demoted, 'admin')];
    const kept = await invite(auth, host, 'member');
    await auth.members.removeMember({ userId: removed.userId }, { token: host.token });
    await auth.members.updateMember({ userId: demoted.userId, role: 'member' }, { token: host.token });
    for (const token of tokens) expect(await failure(auth.invitations.resolveInvitation({ token }))).toMatchObject({ code: 'INVITATION_NOT_FOUND' });
    await expect(auth.invitations.resolveInvitation({ token: kept })).resolves.toBeDefined();
  });

  it('lets the person back in by a new invitation, with the new role', async () => {
    const host = await signUp(auth);
    const member = await join(auth, host, 'member');
    await auth.members.removeMember({ userId: member.userId }, { token: host.token });
    const back = await join(auth, host, 'viewer', member.email);
    expect(back.userId).toBe(member.userId);
    const { members } = await auth.members.listMembers({ includeRemoved: true }, { token: host.token });
    expect(members.find(({ userId }) => userId === back.userId)).toMatchObject({ role: 'viewer', status: 'active' });
  });
});

describe('RemoveMember: FAILED_PRECONDITION', () => {
  it('does not let the last owner go', async () => {
    const host = await signUp(auth);
    await join(auth, host, 'admin');
    expect(await failure(auth.members.removeMember({ userId: host.userId }, { token: host.token }))).toMatchObject({ code: 'LAST_OWNER' });
  });
});

describe('RemoveMember: PERMISSION_DENIED', () => {
  it('refuses a member, and an admin who removes an owner', async () => {
    const host = await signUp(auth);
    const [member, admin] = [await join(auth, host, 'member'), await join(auth, host, 'admin')];
    expect(await failure(auth.members.removeMember({ userId: admin.userId }, { token: member.token }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(auth.members.removeMember({ userId: host.userId }, { token: admin.token }))).toMatchObject({ code: 'FORBIDDEN' });
  });
});
