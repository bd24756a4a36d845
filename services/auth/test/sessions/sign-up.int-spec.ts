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
    expect(answer.workspace).toMatchObject({ name: 'Analytical Engines', role: 'owner', timeZone: 'Europe/Berlin', country: 'DE', slug: expect.stringMatching(/^analytical-engines-[0-9a-f]{6}$/) });
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
      expect(await failure(auth.sessions.signUp({ ...signUpRequest(spelling), password: 'another kettle in orbit' }))).toMatchObject({ code: 'SIGN_UP_REFUSED' });
    }
  });

  it('keeps neither the password nor the session token', async () => {
    const answer = await auth.sessions.signUp(signUpRequest());
    const rows = await auth.testDatabase.sql('select u.*, s.*, encode(s.token_hash, \'escape\') as raw from auth.users u join auth.session s on s.user_id = u.id');
    expect(JSON.stringify(rows)).not.toContain(answer.sessionToken);
    expect(JSON.stringify(rows)).not.toContain('violet kettle orbit');
  });

  it('makes another workspace for who has an account and gives its password, which keeps its name', async () => {
    const person = await signUp(auth);
    const answer = await auth.sessions.signUp({ ...signUpRequest(person.email), name: 'Countess', workspaceName: 'Second' });
    expect(answer).toMatchObject({ user: { id: person.userId, name: 'Ada Lovelace' }, workspace: { name: 'Second', role: 'owner' } });
    expect((await resolve(auth, answer.sessionToken)).workspaceId).toBe(answer.workspace!.id);
    const { workspaces } = await auth.sessions.resolveSession({ sessionToken: answer.sessionToken, workspaceId: '' });
    expect(workspaces.map(({ name }) => name)).toEqual(['Analytical Engines', 'Second']);
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

describe('SignUp: FAILED_PRECONDITION', () => {
  const guess = (email: string, ip: string) => auth.sessions.signUp({ ...signUpRequest(email), password: 'not the kettle at all', device: { ip, userAgent: 'Test' } });

  it('refuses an email that is taken, however it is written, without saying so, and leaves nothing behind', async () => {
    const { email } = await signUp(auth);
    const count = async (): Promise<unknown> => auth.testDatabase.sql('select (select count(*) from auth.users) as users, (select count(*) from auth.workspace) as workspaces');
    const before = await count();
    const error = await failure(guess(email.toUpperCase(), '203.0.113.1'));
    expect(error).toMatchObject({ kind: 'ruleBroken', code: 'SIGN_UP_REFUSED', fields: [] });
    expect(error.message).not.toMatch(/taken|exists|email/i);
    expect(await count()).toEqual(before);
  });

  it('says the same beyond the sign-ups of a day from one address, whether the email is taken or not', async () => {
    const { email } = await signUp(auth);
    const told = async (someone: string) => {
      const { kind, code, message, fields, details } = await failure(guess(someone, '203.0.113.2'));
      return { kind, code, message, fields, details };
    };
    await auth.testDatabase.sql('truncate auth.sign_in_attempt');
    const taken = await told(email);
    await auth.testDatabase.sql("update auth.sign_in_attempt set locked_until = now() + interval '1 hour'");
    expect([await told(email), await told(newEmail())]).toEqual([taken, taken]);
    await expect(guess(newEmail(), '198.51.100.2')).resolves.toHaveProperty('sessionToken');
    await auth.testDatabase.sql('truncate auth.sign_in_attempt');
  });

  it('says the same to who guesses the password of an account, which counts as guessing', async () => {
    const { email } = await signUp(auth);
    for (let count = 0; count < 6; count += 1) expect(await failure(guess(email, '203.0.114.3'))).toMatchObject({ code: 'SIGN_UP_REFUSED' });
    const signIn = { email, password: PASSWORD, device: { ip: '203.0.114.3', userAgent: 'Test' }, deviceToken: '', replacedSessionToken: '' };
    expect(await failure(auth.sessions.signIn(signIn))).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });

  it('makes one person of two at once', async () => {
    const request = signUpRequest();
    await Promise.allSettled([auth.sessions.signUp(request), auth.sessions.signUp(request)]);
    expect(await auth.testDatabase.sql('select 1 from auth.users where email = $1', [request.email])).toHaveLength(1);
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
