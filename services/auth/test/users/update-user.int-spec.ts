import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@crm-vision/common/ids';
import { type AuthUnderTest, failure, join, signUp, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

describe('UpdateUser: OK', () => {
  it('changes what is set and leaves the rest, for a viewer too', async () => {
    const viewer = await join(auth, await signUp(auth), 'viewer');
    const first = await auth.users.updateUser({ theme: 'dark', shortcuts: false }, { token: viewer.token });
    expect(first.user).toMatchObject({ name: 'Grace Hopper', theme: 'dark', shortcuts: false, locale: 'en' });
    const second = await auth.users.updateUser({ name: ' Grace M. Hopper ', locale: 'de-AT' }, { token: viewer.token });
    expect(second.user).toMatchObject({ name: 'Grace M. Hopper', theme: 'dark', shortcuts: false, locale: 'de-AT' });
  });

  it('answers a repeated request by its key without doing it again', async () => {
    const { token } = await signUp(auth);
    const options = { token, idempotencyKey: newId() };
    const first = await auth.users.updateUser({ theme: 'dark' }, options);
    await auth.users.updateUser({ theme: 'light' }, { token });
    expect(await auth.users.updateUser({ theme: 'dark' }, options)).toEqual(first);
    expect((await auth.users.updateUser({}, { token })).user!.theme).toBe('light');
  });
});

describe('UpdateUser: INVALID_ARGUMENT', () => {
  it.each([[{ name: '' }, 'name'], [{ locale: '' }, 'locale'], [{ theme: 'pink' }, 'theme']])('names the field: %j', async (change, field) => {
    const { token } = await signUp(auth);
    expect(await failure(auth.users.updateUser(change, { token }))).toMatchObject({ kind: 'invalid', fields: [{ field }] });
  });
});

describe('UpdateUser: FAILED_PRECONDITION', () => {
  it('refuses a key that was used for something else', async () => {
    const { token } = await signUp(auth);
    const options = { token, idempotencyKey: newId() };
    await auth.users.updateUser({ theme: 'dark' }, options);
    expect(await failure(auth.users.updateUser({ theme: 'light' }, options))).toMatchObject({ kind: 'ruleBroken', code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

describe('UpdateUser: UNAUTHENTICATED', () => {
  it('rejects a call without a token', async () => {
    expect(await failure(auth.users.updateUser({ theme: 'dark' }))).toMatchObject({ kind: 'unauthenticated' });
  });
});
