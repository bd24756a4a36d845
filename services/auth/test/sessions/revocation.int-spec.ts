import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@crm-vision/common/ids';
import { eventually, listenOn } from '@crm-vision/common/testing';
import { type AuthUnderTest, failure, PASSWORD, resolve, signUp, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

async function signInAgain(email: string): Promise<string> {
  return (await auth.sessions.signIn({ email, password: PASSWORD, device: { ip: '192.0.2.7', userAgent: 'Phone\u0000\n' }, deviceToken: '', replacedSessionToken: '' })).sessionToken;
}

describe('SignOut: OK', () => {
  it('tells the gateways within a moment', async () => {
    const heard = await listenOn('crm-vision:sessions-revoked');
    const { sessionToken, sessionId } = await signUp(auth);
    await auth.sessions.signOut({ sessionToken });
    await eventually(() => expect(heard.messages).toContainEqual({ sessionId }));
    heard.stop();
  });

  it('is no error for a session that is over or never was', async () => {
    const { sessionToken } = await signUp(auth);
    await auth.sessions.signOut({ sessionToken });
    await expect(auth.sessions.signOut({ sessionToken })).resolves.toEqual({});
    await expect(auth.sessions.signOut({ sessionToken: 'nonsense' })).resolves.toEqual({});
  });
});

describe('ListSessions: OK', () => {
  it('shows the live sessions of the caller alone, newest first, and which is this one', async () => {
    const person = await signUp(auth);
    await signUp(auth);
    const ended = await signInAgain(person.email);
    await auth.sessions.signOut({ sessionToken: ended });
    await signInAgain(person.email);
    const { sessions } = await auth.sessions.listSessions({}, { token: person.token });
    expect(sessions.map(({ current, device }) => [current, device!.ip, device!.userAgent])).toEqual([[false, '192.0.2.7', 'Phone'], [true, '192.0.2.1', 'Test']]);
  });
});

describe('ListSessions: UNAUTHENTICATED', () => {
  it('rejects a call without a token', async () => {
    expect(await failure(auth.sessions.listSessions({}))).toMatchObject({ kind: 'unauthenticated' });
  });

  it('rejects a token of another issuer', async () => {
    expect(await failure(auth.sessions.listSessions({}, { token: await auth.tokens.sign() }))).toMatchObject({ kind: 'unauthenticated' });
  });
});

describe('RevokeSession: OK', () => {
  it('ends another device at once, its access token included', async () => {
    const person = await signUp(auth);
    const phone = await resolve(auth, await signInAgain(person.email));
    await auth.sessions.revokeSession({ id: phone.sessionId }, { token: person.token });
    expect(await failure(resolve(auth, phone.sessionToken))).toMatchObject({ code: 'SESSION_EXPIRED' });
    expect(await failure(auth.sessions.listSessions({}, { token: phone.token }))).toMatchObject({ code: 'SESSION_EXPIRED' });
  });
});

describe('RevokeSession: NOT_FOUND', () => {
  it("says the same for another person's session, one that is not there, and nonsense", async () => {
    const [person, other] = [await signUp(auth), await signUp(auth)];
    for (const id of [other.sessionId, newId(), 'nonsense', '']) {
      expect(await failure(auth.sessions.revokeSession({ id }, { token: person.token }))).toMatchObject({ kind: 'notFound', code: 'SESSION_NOT_FOUND' });
    }
    await expect(resolve(auth, other.sessionToken)).resolves.toBeDefined();
  });
});
