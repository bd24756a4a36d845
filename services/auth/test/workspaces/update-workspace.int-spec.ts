import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuthUnderTest, failure, join, signUp, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

describe('UpdateWorkspace: OK', () => {
  it('changes what is set, as an owner and as an admin', async () => {
    const host = await signUp(auth);
    const admin = await join(auth, host, 'admin');
    const renamed = await auth.workspaces.updateWorkspace({ name: 'Difference Engines' }, { token: host.token });
    expect(renamed.workspace).toMatchObject({ name: 'Difference Engines', timeZone: 'Europe/Berlin', role: 'owner', slug: expect.stringMatching(/^analytical-engines/) });
    const moved = await auth.workspaces.updateWorkspace({ timeZone: 'Asia/Tokyo', locale: 'de' }, { token: admin.token });
    expect(moved.workspace).toMatchObject({ name: 'Difference Engines', timeZone: 'Asia/Tokyo', locale: 'de', role: 'admin' });
  });

  it('says its country, or none, in the session and in the access token', async () => {
    const { token, sessionToken } = await signUp(auth);
    const countries = async () => {
      const { workspace, workspaces, accessToken } = await auth.sessions.resolveSession({ sessionToken, workspaceId: '' });
      return [workspace!.country, workspaces[0]!.country, (JSON.parse(Buffer.from(accessToken.split('.')[1]!, 'base64url').toString()) as { country: string }).country];
    };
    expect(await countries()).toEqual(['DE', 'DE', 'DE']);
    expect((await auth.workspaces.updateWorkspace({ country: 'CH' }, { token })).workspace).toMatchObject({ country: 'CH' });
    expect(await countries()).toEqual(['CH', 'CH', 'CH']);
    expect((await auth.workspaces.updateWorkspace({ country: '' }, { token })).workspace).toMatchObject({ country: '', timeZone: 'Europe/Berlin' });
  });

  it('writes before and after into the audit trail', async () => {
    const { token, workspaceId, userId } = await signUp(auth);
    await auth.workspaces.updateWorkspace({ name: 'Difference Engines' }, { token, requestId: 'request-1' });
    const [entry] = await auth.testDatabase.sql("select actor_id, request_id, details from auth.audit_entry where workspace_id = $1 and action = 'workspace.updated'", [workspaceId]);
    expect(entry).toMatchObject({ actor_id: userId, request_id: 'request-1', details: { before: { name: 'Analytical Engines' }, after: { name: 'Difference Engines' } } });
  });

  it('counts the changes, in the session too', async () => {
    const { token, sessionToken } = await signUp(auth);
    expect((await auth.workspaces.updateWorkspace({ name: 'Difference Engines', version: 1 }, { token })).workspace).toMatchObject({ version: 2 });
    const { workspace, workspaces } = await auth.sessions.resolveSession({ sessionToken, workspaceId: '' });
    expect([workspace!.version, workspaces[0]!.version]).toEqual([2, 2]);
  });

  it('changes whatever is there for a caller that names no version', async () => {
    const { token } = await signUp(auth);
    await auth.workspaces.updateWorkspace({ name: 'Difference Engines', version: 1 }, { token });
    expect((await auth.workspaces.updateWorkspace({ locale: 'de' }, { token })).workspace).toMatchObject({ name: 'Difference Engines', locale: 'de', version: 3 });
  });

  it('leaves other workspaces alone', async () => {
    const [one, other] = [await signUp(auth), await signUp(auth)];
    await auth.workspaces.updateWorkspace({ name: 'Difference Engines' }, { token: one.token });
    expect((await auth.sessions.resolveSession({ sessionToken: other.sessionToken, workspaceId: '' })).workspace!.name).toBe('Analytical Engines');
  });
});

describe('UpdateWorkspace: ABORTED', () => {
  it('refuses the second of two changes, and shows what the first one left as the caller sees it', async () => {
    const host = await signUp(auth);
    const admin = await join(auth, host, 'admin');
    await auth.workspaces.updateWorkspace({ name: 'Difference Engines', version: 1 }, { token: host.token });
    const stale = await failure(auth.workspaces.updateWorkspace({ locale: 'de', version: 1 }, { token: admin.token }));
    expect(stale).toMatchObject({ kind: 'staleVersion', code: 'STALE_VERSION' });
    expect(JSON.parse(stale.details['current']!)).toMatchObject({ name: 'Difference Engines', locale: 'en', role: 'admin', version: 2 });
    const both = await Promise.allSettled([host, admin].map(({ token }) => auth.workspaces.updateWorkspace({ country: 'CH', version: 2 }, { token })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('UpdateWorkspace: PERMISSION_DENIED', () => {
  it.each(['member', 'viewer'])('refuses a %s', async (role) => {
    const { token } = await join(auth, await signUp(auth), role);
    expect(await failure(auth.workspaces.updateWorkspace({ name: 'Mine' }, { token }))).toMatchObject({ kind: 'forbidden', code: 'FORBIDDEN' });
  });
});

describe('UpdateWorkspace: INVALID_ARGUMENT', () => {
  it.each([[{ name: ' ' }, 'name'], [{ timeZone: 'Nowhere' }, 'timeZone'], [{ timeZone: '+02:00' }, 'timeZone'], [{ locale: '?' }, 'locale'], [{ country: 'Germany' }, 'country']])('names the field: %j', async (change, field) => {
    const { token } = await signUp(auth);
    expect(await failure(auth.workspaces.updateWorkspace(change, { token }))).toMatchObject({ kind: 'invalid', fields: [{ field }] });
  });
});

describe('UpdateWorkspace: UNAUTHENTICATED', () => {
  it('rejects a call without a token', async () => {
    expect(await failure(auth.workspaces.updateWorkspace({ name: 'X' }))).toMatchObject({ kind: 'unauthenticated' });
  });
});
