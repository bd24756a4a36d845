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

  it('keeps a time zone and formats, takes them back, and counts the changes', async () => {
    const { token, sessionToken } = await signUp(auth);
    const formats = { dateOrder: 'dmy', clock: 'h23', numberFormat: 'pointComma', weekStart: 'mon' };
    const chosen = await auth.users.updateUser({ timeZone: 'Pacific/Chatham', formats, version: 1 }, { token });
    expect(chosen.user).toMatchObject({ timeZone: 'Pacific/Chatham', formats, version: 2 });
    expect((await auth.sessions.resolveSession({ sessionToken, workspaceId: '' })).user).toEqual(chosen.user);
    const back = await auth.users.updateUser({ timeZone: '', formats: { clock: '' }, version: 2 }, { token });
    const { timeZone, formats: left, version } = back.user!;
    expect([timeZone, left?.dateOrder, left?.clock, version]).toEqual([undefined, 'dmy', undefined, 3]);
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
  it.each([[{ name: '' }, 'name'], [{ locale: '' }, 'locale'], [{ theme: 'pink' }, 'theme'], [{ timeZone: '+02:00' }, 'timeZone'], [{ formats: { clock: '24' } }, 'clock']])('names the field: %j', async (change, field) => {
    const { token } = await signUp(auth);
    expect(await failure(auth.users.updateUser(change, { token }))).toMatchObject({ kind: 'invalid', fields: [{ field }] });
  });
});

describe('UpdateUser: ABORTED', () => {
  it('refuses what was meant for another version, also of two at once, and says how it is', async () => {
    const { token } = await signUp(auth);
    await auth.users.updateUser({ theme: 'dark', version: 1 }, { token });
    const stale = await failure(auth.users.updateUser({ theme: 'light', version: 1 }, { token }));
    expect(stale).toMatchObject({ kind: 'staleVersion', code: 'STALE_VERSION' });
    expect(JSON.parse(stale.details['current']!)).toMatchObject({ theme: 'dark', version: 2 });
    const both = await Promise.allSettled(['light', 'system'].map((theme) => auth.users.updateUser({ theme, version: 2 }, { token })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
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
