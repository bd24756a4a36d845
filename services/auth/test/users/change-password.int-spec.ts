import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@crm-vision/common/ids';
import { type AuthUnderTest, failure, PASSWORD, resolve, signUp, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const NEW = 'amber ladder tundra';
const signIn = (email: string, password: string): ReturnType<AuthUnderTest['sessions']['signIn']> => auth.sessions.signIn({ email, password, device: undefined, deviceToken: '' });

describe('ChangePassword: OK', () => {
  it('lets the new password in and the old one no more, and ends the other sessions', async () => {
    const person = await signUp(auth);
    const { sessionToken: other } = await signIn(person.email, PASSWORD);
    await auth.users.changePassword({ currentPassword: PASSWORD, newPassword: NEW }, { token: person.token });
    expect(await failure(signIn(person.email, PASSWORD))).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    await expect(signIn(person.email, NEW)).resolves.toBeDefined();
    expect(await failure(resolve(auth, other))).toMatchObject({ code: 'SESSION_EXPIRED' });
    await expect(resolve(auth, person.sessionToken)).resolves.toBeDefined();
  });

  it('keeps nothing of the request for its idempotency key', async () => {
    const { token } = await signUp(auth);
    await auth.users.changePassword({ currentPassword: PASSWORD, newPassword: NEW }, { token, idempotencyKey: newId() });
    expect(await auth.testDatabase.sql("select * from auth.idempotency_key where method like '%ChangePassword'")).toEqual([]);
  });
});

describe('ChangePassword: PERMISSION_DENIED', () => {
  it('refuses a wrong current password', async () => {
    const { token } = await signUp(auth);
    const error = await failure(auth.users.changePassword({ currentPassword: 'wrong', newPassword: NEW }, { token }));
    expect(error).toMatchObject({ kind: 'forbidden', code: 'WRONG_CREDENTIALS', fields: [{ field: 'currentPassword' }] });
  });
});

describe('ChangePassword: RESOURCE_EXHAUSTED', () => {
  it('stops guessing with a stolen session', async () => {
    const { token } = await signUp(auth);
    const guess = (): Promise<{ code: string }> => failure(auth.users.changePassword({ currentPassword: 'wrong', newPassword: NEW }, { token }));
    for (let n = 0; n < 5; n++) expect(await guess()).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await guess()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });
});

describe('ChangePassword: INVALID_ARGUMENT', () => {
  it.each([['short', 'PASSWORD_TOO_SHORT'], ['password1234', 'PASSWORD_TOO_COMMON']])('refuses %s as the new password', async (newPassword, code) => {
    const { token } = await signUp(auth);
    expect(await failure(auth.users.changePassword({ currentPassword: PASSWORD, newPassword }, { token }))).toMatchObject({ kind: 'invalid', code, fields: [{ field: 'newPassword' }] });
  });
});
