import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuthUnderTest, failure, invite, join, newEmail, PASSWORD, resolve, signUp, signUpRequest, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const from = (ip: string): { ip: string; userAgent: string } => ({ ip, userAgent: 'Test' });
const signIn = (email: string, password: string, ip = '192.0.2.9'): ReturnType<AuthUnderTest['sessions']['signIn']> => auth.sessions.signIn({ email, password, device: from(ip), deviceToken: '', replacedSessionToken: '' });

async function failTimes(times: number, email: string, ip: string): Promise<void> {
  for (let n = 0; n < times; n++) expect(await failure(signIn(email, 'wrong', ip))).toMatchObject({ code: 'WRONG_CREDENTIALS' });
}

describe('SignIn: OK', () => {
  it('makes a new session and lists the workspaces by name', async () => {
    const [host, guest] = [await signUp(auth), await signUp(auth)];
    await auth.workspaces.updateWorkspace({ name: 'Aardvark' }, { token: host.token });
    const { link } = await auth.invitations.createInvitation({ email: guest.email, role: 'viewer' }, { token: host.token });
    await auth.invitations.acceptInvitation({ token: link.split('#')[1]!, name: '', password: PASSWORD, device: from('192.0.2.9'), deviceToken: '', replacedSessionToken: '' });
    const answer = await signIn(` ${guest.email.toUpperCase()}`, PASSWORD);
    expect(answer.workspaces.map(({ name, role }) => [name, role])).toEqual([['Aardvark', 'viewer'], ['Analytical Engines', 'owner']]);
    expect((await resolve(auth, answer.sessionToken)).userId).toBe(guest.userId);
  });
});

describe('SignIn: the session that the browser holds', () => {
  it('ends when another takes its place, also that of somebody else, and only then', async () => {
    const [one, other] = [await signUp(auth), await signUp(auth)];
    const again = (email: string, password: string, replacedSessionToken: string) => auth.sessions.signIn({ email, password, device: from('192.0.2.9'), deviceToken: '', replacedSessionToken });
    await failure(again(one.email, 'wrong', one.sessionToken));
    await expect(resolve(auth, one.sessionToken)).resolves.toBeDefined();
    const { sessionToken } = await again(one.email, PASSWORD, one.sessionToken);
    expect(await failure(resolve(auth, one.sessionToken))).toMatchObject({ code: 'SESSION_EXPIRED' });
    await again(other.email, PASSWORD, sessionToken);
    expect(await failure(resolve(auth, sessionToken))).toMatchObject({ code: 'SESSION_EXPIRED' });
    await expect(again(one.email, PASSWORD, 'nonsense')).resolves.toBeDefined();
  });

  it('ends at a sign-up and at joining, too', async () => {
    const [host, guest] = [await signUp(auth), await signUp(auth)];
    const { sessionToken } = await auth.sessions.signUp({ ...signUpRequest(), replacedSessionToken: guest.sessionToken });
    expect(await failure(resolve(auth, guest.sessionToken))).toMatchObject({ code: 'SESSION_EXPIRED' });
    const token = await invite(auth, host, 'viewer', guest.email);
    await auth.invitations.acceptInvitation({ token, name: '', password: PASSWORD, device: undefined, deviceToken: '', replacedSessionToken: sessionToken });
    expect(await failure(resolve(auth, sessionToken))).toMatchObject({ code: 'SESSION_EXPIRED' });
  });
});

describe('SignIn: UNAUTHENTICATED', () => {
  it('says the same for a wrong password and an unknown email', async () => {
    const { email } = await signUp(auth);
    const [wrong, unknown] = [await failure(signIn(email, 'wrong')), await failure(signIn(newEmail(), 'wrong'))];
    expect(wrong).toMatchObject({ kind: 'unauthenticated', code: 'WRONG_CREDENTIALS' });
    expect([unknown.kind, unknown.code, unknown.message, unknown.details]).toEqual([wrong.kind, wrong.code, wrong.message, wrong.details]);
  });
});

describe('SignIn: RESOURCE_EXHAUSTED', () => {
  it('locks one email at one address after five failures, also for the right password', async () => {
    const { email } = await signUp(auth);
    await failTimes(5, email, '198.51.100.1');
    const error = await failure(signIn(email, PASSWORD, '198.51.100.1'));
    expect(error).toMatchObject({ kind: 'rateLimited', code: 'TOO_MANY_ATTEMPTS' });
    expect(Number(error.details['retryAfterSeconds'])).toBeGreaterThan(20);
    await expect(signIn(email, PASSWORD, '198.51.100.2')).resolves.toBeDefined();
  });

  it('does not say whether the email exists', async () => {
    const email = newEmail();
    await failTimes(5, email, '198.51.100.3');
    expect(await failure(signIn(email, 'wrong', '198.51.100.3'))).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });

  it('counts guesses that are made at once', async () => {
    const { email } = await signUp(auth);
    const errors = await Promise.all(Array.from({ length: 12 }, () => failure(signIn(email, 'wrong', '198.51.100.4'))));
    expect(errors.filter(({ code }) => code === 'WRONG_CREDENTIALS')).toHaveLength(5);
  });

  it('lets in again when the lock is over, and forgets the failures then', async () => {
    const { email } = await signUp(auth);
    await failTimes(5, email, '198.51.100.5');
    await auth.testDatabase.sql("update auth.sign_in_attempt set locked_until = now() - interval '1 second'");
    await expect(signIn(email, PASSWORD, '198.51.100.5')).resolves.toBeDefined();
    await failTimes(4, email, '198.51.100.5');
    await expect(signIn(email, PASSWORD, '198.51.100.5')).resolves.toBeDefined();
  });

  it('locks twice as long after each further failure', async () => {
    const { email } = await signUp(auth);
    await failTimes(5, email, '198.51.100.6');
    await auth.testDatabase.sql("update auth.sign_in_attempt set locked_until = now() - interval '1 second'");
    await failTimes(1, email, '198.51.100.6');
    const error = await failure(signIn(email, PASSWORD, '198.51.100.6'));
    expect(Number(error.details['retryAfterSeconds'])).toBeGreaterThan(50);
  });

  it('keeps no typed email', async () => {
    const email = newEmail();
    await failTimes(1, email, '198.51.100.7');
    expect(JSON.stringify(await auth.testDatabase.sql('select * from auth.sign_in_attempt'))).not.toContain(email);
  });
});

describe('SignIn: FAILED_PRECONDITION', () => {
  it('tells a person who was removed from the only workspace, instead of signing in to nowhere', async () => {
    const host = await signUp(auth);
    const member = await join(auth, host, 'member');
    await auth.members.removeMember({ userId: member.userId }, { token: host.token });
    expect(await failure(signIn(member.email, PASSWORD))).toMatchObject({ kind: 'ruleBroken', code: 'NO_WORKSPACE' });
  });
});
