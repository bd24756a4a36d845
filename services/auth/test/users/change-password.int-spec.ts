import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@crm-vision/common/ids';
import { eventually, listenOn } from '@crm-vision/common/testing';
import { type AuthUnderTest, failure, PASSWORD, resolve, signUp, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const NEW = 'amber ladder tundra';
const signIn = (email: string, password: string): ReturnType<AuthUnderTest['sessions']['signIn']> => auth.sessions.signIn({ email, password, device: undefined, deviceToken: '', replacedSessionToken: '' });

describe('ChangePassword: OK', () => {
  it('lets the new password in and the old one no more, and ends the other sessions', async () => {
    const person = await signUp(auth);
    const { sessionToken: other } = await signIn(person.email, PASSWORD);
    await auth.users.changePassword({ currentPassword: PASSWORD, newPassword: NEW, device: undefined, deviceToken: '' }, { token: person.token });
    expect(await failure(signIn(person.email, PASSWORD))).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    await expect(signIn(person.email, NEW)).resolves.toBeDefined();
    expect(await failure(resolve(auth, other))).toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it("ends the caller's own session with its access token at once, and gives a new session for it", async () => {
    const person = await signUp(auth);
    const { sessionToken } = await auth.users.changePassword({ currentPassword: PASSWORD, newPassword: NEW, device: { ip: '192.0.2.1', userAgent: 'Test' }, deviceToken: '' }, { token: person.token });
    expect(await failure(resolve(auth, person.sessionToken))).toMatchObject({ code: 'SESSION_EXPIRED' });
    expect(await failure(auth.sessions.listSessions({}, { token: person.token }))).toMatchObject({ code: 'SESSION_EXPIRED' });
    const { token } = await resolve(auth, sessionToken);
    const { sessions } = await auth.sessions.listSessions({}, { token });
    expect(sessions).toMatchObject([{ current: true, device: { ip: '192.0.2.1', userAgent: 'Test' } }]);
  });

  it('tells the gateways of every session that ended', async () => {
    const heard = await listenOn('crm-vision:sessions-revoked');
    const person = await signUp(auth);
    await auth.users.changePassword({ currentPassword: PASSWORD, newPassword: NEW, device: undefined, deviceToken: '' }, { token: person.token });
    await eventually(() => expect(heard.messages).toContainEqual({ sessionId: person.sessionId }));
    heard.stop();
  });

  it('keeps nothing of the request for its idempotency key', async () => {
    const { token } = await signUp(auth);
    await auth.users.changePassword({ currentPassword: PASSWORD, newPassword: NEW, device: undefined, deviceToken: '' }, { token, idempotencyKey: newId() });
    expect(await auth.testDatabase.sql("select * from auth.idempotency_key where method like '%ChangePassword'")).toEqual([]);
  });
});

describe('ChangePassword: PERMISSION_DENIED', () => {
  it('refuses a wrong current password', async () => {
    const { token } = await signUp(auth);
    const error = await failure(auth.users.changePassword({ currentPassword: 'wrong', newPassword: NEW, device: undefined, deviceToken: '' }, { token }));
    expect(error).toMatchObject({ kind: 'forbidden', code: 'WRONG_CREDENTIALS', fields: [{ field: 'currentPassword' }] });
  });
});

describe('ChangePassword: RESOURCE_EXHAUSTED', () => {
  it('stops guessing with a stolen session', async () => {
    const { token } = await signUp(auth);
    const guess = (): Promise<{ code: string }> => failure(auth.users.changePassword({ currentPassword: 'wrong', newPassword: NEW, device: undefined, deviceToken: '' }, { token }));
    for (let n = 0; n < 5; n++) expect(await guess()).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await guess()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });
});

describe('ChangePassword: INVALID_ARGUMENT', () => {
  it.each([['short', 'PASSWORD_TOO_SHORT'], ['password1234', 'PASSWORD_TOO_COMMON']])('refuses %s as the new password', async (newPassword, code) => {
    const { token } = await signUp(auth);
    expect(await failure(auth.users.changePassword({ currentPassword: PASSWORD, newPassword, device: undefined, deviceToken: '' }, { token }))).toMatchObject({ kind: 'invalid', code, fields: [{ field: 'newPassword' }] });
  });
});
