import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuthUnderTest, failure, newEmail, PASSWORD, resolve, signUp, signUpRequest, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

describe('SignUp: OK', () => {
  it('makes a person, a workspace owned by them, and a session', async () => {
    const email = newEmail();
    const answer = await auth.sessions.signUp(signUpRequest(` ${email.toUpperCase()} `));
    expect(answer.user).toMatchObject({ email, name: 'Ada Lovelace', locale: 'en', theme: 'system', shortcuts: true });
    expect(answer.workspace).toMatchObject({ name: 'Analytical Engines', role: 'owner', timeZone: 'Europe/Berlin', country: 'DE', slug: 'analytical-engines' });
    expect(Date.parse(answer.expiresAt)).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    expect(await resolve(auth, answer.sessionToken)).toMatchObject({ userId: answer.user!.id, workspaceId: answer.workspace!.id });
  });

  it('takes the time zone for that of the founder and of the workspace; without one the founder has none yet', async () => {
    expect((await auth.sessions.signUp(signUpRequest())).user).toMatchObject({ timeZone: 'Europe/Berlin', version: 1 });
    const silent = await auth.sessions.signUp({ ...signUpRequest(), timeZone: '' });
    expect([silent.user!.timeZone, silent.workspace!.timeZone]).toEqual([undefined, 'UTC']);
    expect(await failure(auth.sessions.signUp({ ...signUpRequest(), timeZone: '+02:00' }))).toMatchObject({ kind: 'invalid', fields: [{ field: 'timeZone', code: 'UNKNOWN_TIME_ZONE' }] });
  });

  it('takes an email of any language, shows its letters, and knows it in every spelling', async () => {
    const name = newEmail().split('@')[0]!;
    const answer = await auth.sessions.signUp(signUpRequest(`${name}&co@Köln.example`));
    expect(answer.user?.email).toBe(`${name}&co@köln.example`);
    const signIn = (email: string) => auth.sessions.signIn({ email, password: PASSWORD, device: undefined, deviceToken: '', replacedSessionToken: '' });
    for (const spelling of [`${name}&co@KO\u0308LN.example`, `${name}&co@xn--kln-sna.example`]) {
      expect((await signIn(spelling)).user).toMatchObject({ id: answer.user?.id, email: `${name}&co@köln.example` });
      expect(await failure(auth.sessions.signUp(signUpRequest(spelling)))).toMatchObject({ code: 'EMAIL_TAKEN' });
    }
  });

  it('keeps neither the password nor the session token', async () => {
    const answer = await auth.sessions.signUp(signUpRequest());
    const rows = await auth.testDatabase.sql('select u.*, s.*, encode(s.token_hash, \'escape\') as raw from auth.users u join auth.session s on s.user_id = u.id');
    expect(JSON.stringify(rows)).not.toContain(answer.sessionToken);
    expect(JSON.stringify(rows)).not.toContain('violet kettle orbit');
  });

  it('gives a second workspace of the same name another slug', async () => {
    const [first, second] = [await auth.sessions.signUp(signUpRequest()), await auth.sessions.signUp(signUpRequest())];
    expect(second.workspace!.slug).toMatch(/^analytical-engines-[0-9a-f]{6}$/);
    expect(second.workspace!.slug).not.toBe(first.workspace!.slug);
  });

  it('writes who made the workspace into its audit trail', async () => {
    const { userId, workspaceId } = await signUp(auth);
    const entries = await auth.testDatabase.sql('select action, actor_id, subject_id from auth.audit_entry where workspace_id = $1 order by id', [workspaceId]);
    expect(entries).toEqual([
      { action: 'workspace.created', actor_id: userId, subject_id: workspaceId },
      { action: 'member.joined', actor_id: userId, subject_id: userId },
    ]);
  });
});

describe('SignUp: ALREADY_EXISTS', () => {
  it('refuses an email that is taken, however it is written, and leaves nothing behind', async () => {
    const { email } = await signUp(auth);
    const count = async (): Promise<unknown> => auth.testDatabase.sql('select (select count(*) from auth.users) as users, (select count(*) from auth.workspace) as workspaces');
    const before = await count();
    const error = await failure(auth.sessions.signUp(signUpRequest(email.toUpperCase())));
    expect(error).toMatchObject({ kind: 'alreadyExists', code: 'EMAIL_TAKEN', fields: [{ field: 'email' }] });
    expect(await count()).toEqual(before);
  });

  it('lets one of two at once win', async () => {
    const request = signUpRequest();
    const results = await Promise.allSettled([auth.sessions.signUp(request), auth.sessions.signUp(request)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('SignUp: INVALID_ARGUMENT', () => {
  it.each([
    [{ email: 'ada' }, 'INVALID_EMAIL', 'email'],
    [{ email: `${'a'.repeat(250)}@example.com` }, 'INVALID_EMAIL', 'email'],
    [{ password: 'short' }, 'PASSWORD_TOO_SHORT', 'password'],
    [{ password: 'password1234' }, 'PASSWORD_TOO_COMMON', 'password'],
    [{ name: '  ' }, 'INVALID_ARGUMENT', 'name'],
    [{ name: 'A\u0000da' }, 'INVALID_ARGUMENT', 'name'],
    [{ workspaceName: 'x'.repeat(121) }, 'INVALID_ARGUMENT', 'workspaceName'],
    [{ locale: 'english!' }, 'INVALID_ARGUMENT', 'locale'],
    [{ timeZone: 'Mars/Olympus' }, 'INVALID_ARGUMENT', 'timeZone'],
    [{ country: 'UK' }, 'INVALID_ARGUMENT', 'country'],
  ])('names the field: %j', async (wrong, code, field) => {
    const error = await failure(auth.sessions.signUp({ ...signUpRequest(), ...wrong }));
    expect(error).toMatchObject({ kind: 'invalid', code });
    expect(error.fields.map((one) => one.field)).toEqual([field]);
  });
});
