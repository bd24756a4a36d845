import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TokenVerifier } from '@crm-vision/common/grpc';
import { newId } from '@crm-vision/common/ids';
import { type AuthUnderTest, failure, join, PASSWORD, resolve, signUp, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

describe('ResolveSession: OK', () => {
  it('gives an access token of five minutes that says who, where and as what', async () => {
    const { sessionToken, userId, workspaceId, sessionId } = await signUp(auth);
    const answer = await auth.sessions.resolveSession({ sessionToken, workspaceId: '' });
    const published = JSON.parse((await auth.keyring.listSigningKeys({})).jwks) as never;
    const actor = await new TokenVerifier({ fetchKeys: () => Promise.resolve(published) }).verify(answer.accessToken);
    expect(actor).toEqual({ userId, workspaceId, sessionId, role: 'owner', name: 'Ada Lovelace', timeZone: 'Europe/Berlin', ownTimeZone: 'Europe/Berlin', country: 'DE', token: answer.accessToken });
    const life = Date.parse(answer.accessTokenExpiresAt) - Date.now();
    expect(life).toBeGreaterThan(290_000);
    expect(life).toBeLessThanOrEqual(300_000);
  });

  it('gives an access token that knows the clock of the person beside that of the workspace', async () => {
    const { token, sessionToken } = await signUp(auth);
    await auth.users.updateUser({ timeZone: 'Pacific/Chatham' }, { token });
    const { accessToken } = await auth.sessions.resolveSession({ sessionToken, workspaceId: '' });
    const published = JSON.parse((await auth.keyring.listSigningKeys({})).jwks) as never;
    expect(await new TokenVerifier({ fetchKeys: () => Promise.resolve(published) }).verify(accessToken)).toMatchObject({ timeZone: 'Europe/Berlin', ownTimeZone: 'Pacific/Chatham' });
  });

  it('lists what each role may do', async () => {
    const host = await signUp(auth);
    const permissionsOf = async (role: string): Promise<string[]> => {
      const { sessionToken } = role === 'owner' ? host : await join(auth, host, role);
      return (await auth.sessions.resolveSession({ sessionToken, workspaceId: '' })).permissions;
    };
    const all = ['records.read', 'records.write', 'records.purge', 'settings.write', 'members.manage', 'sample_data.manage'];
    expect(await permissionsOf('owner')).toEqual(all);
    expect(await permissionsOf('admin')).toEqual(all);
    expect(await permissionsOf('member')).toEqual(['records.read', 'records.write']);
    expect(await permissionsOf('viewer')).toEqual(['records.read']);
  });

  it('opens the workspace asked for, and that one again when nothing is asked', async () => {
    const [host, guest] = [await signUp(auth), await signUp(auth)];
    const { link } = await auth.invitations.createInvitation({ email: guest.email, role: 'viewer' }, { token: host.token });
    await auth.invitations.acceptInvitation({ token: link.split('#')[1]!, name: '', password: PASSWORD, device: undefined, deviceToken: '', replacedSessionToken: '' });
    for (const wanted of [guest.workspaceId, host.workspaceId]) {
      expect((await resolve(auth, guest.sessionToken, wanted)).workspaceId).toBe(wanted);
      expect((await resolve(auth, guest.sessionToken)).workspaceId).toBe(wanted);
    }
  });

  it('moves the end of a session on while it is used', async () => {
    const { sessionToken, sessionId } = await signUp(auth);
    await auth.testDatabase.sql("update auth.session set last_seen_at = now() - interval '5 days', expires_at = now() + interval '25 days' where id = $1", [sessionId]);
    const { expiresAt } = await auth.sessions.resolveSession({ sessionToken, workspaceId: '' });
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  });
});

describe('ResolveSession: UNAUTHENTICATED', () => {
  it.each(['', 'nonsense', 'x'.repeat(10_000)])('rejects a token that never was', async (sessionToken) => {
    expect(await failure(auth.sessions.resolveSession({ sessionToken, workspaceId: '' }))).toMatchObject({ kind: 'unauthenticated', code: 'SESSION_EXPIRED' });
  });

  it('rejects a session that was not used for too long', async () => {
    const { sessionToken, sessionId } = await signUp(auth);
    await auth.testDatabase.sql("update auth.session set expires_at = now() - interval '1 second' where id = $1", [sessionId]);
    expect(await failure(resolve(auth, sessionToken))).toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it('rejects a session after ninety days, however much it is used', async () => {
    const { sessionToken, sessionId } = await signUp(auth);
    const begun = (days: number) => auth.testDatabase.sql("update auth.session set created_at = now() - $2::float8 * interval '1 day', last_seen_at = now() - interval '2 minutes' where id = $1", [sessionId, days]);
    await begun(80);
    const { expiresAt } = await auth.sessions.resolveSession({ sessionToken, workspaceId: '' });
    expect((Date.parse(expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(10, 1);
    await begun(90.001);
    expect(await failure(resolve(auth, sessionToken))).toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it('rejects a session that was signed out', async () => {
    const { sessionToken } = await signUp(auth);
    await auth.sessions.signOut({ sessionToken });
    expect(await failure(resolve(auth, sessionToken))).toMatchObject({ code: 'SESSION_EXPIRED' });
  });
});

describe('ResolveSession: NOT_FOUND', () => {
  it("says the same for another's workspace, one that is not there, and nonsense", async () => {
    const [mine, other] = [await signUp(auth), await signUp(auth)];
    for (const workspaceId of [other.workspaceId, newId(), 'nonsense']) {
      expect(await failure(resolve(auth, mine.sessionToken, workspaceId))).toMatchObject({ kind: 'notFound', code: 'WORKSPACE_NOT_FOUND' });
    }
  });
});
