import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type AuthUnderTest, failure, join, newEmail, PASSWORD, resolve, signUp, signUpRequest, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());
beforeEach(() => auth.testDatabase.sql('truncate auth.sign_in_attempt'));

const from = (ip: string) => ({ ip, userAgent: 'Test' });
const signIn = (email: string, password: string, ip: string, deviceToken = '') => auth.sessions.signIn({ email, password, device: from(ip), deviceToken, replacedSessionToken: '' });
const outcome = (email: string, password: string, ip: string, deviceToken = ''): Promise<string> => signIn(email, password, ip, deviceToken).then(() => 'OK', (error: { code: string }) => error.code);
async function outcomes(email: string, ips: readonly string[]): Promise<string[]> {
  const codes: string[] = [];
  for (const ip of ips) codes.push(await outcome(email, 'wrong', ip));
  return codes;
}
const addresses = (count: number, ip: (index: number) => string): string[] => Array.from({ length: count }, (_none, index) => ip(index));
const WRONG = 'WRONG_CREDENTIALS';
const LOCKED = 'TOO_MANY_ATTEMPTS';
/** As if so many had failed before: each real failure costs a tenth of a second. */
const failedBefore = (count: number) => auth.testDatabase.sql('update auth.sign_in_attempt set failures = failures + $1', [count]);

/** Somebody, and the device that they signed up on. */
async function owner() {
  const request = signUpRequest();
  const { sessionToken, deviceToken } = await auth.sessions.signUp(request);
  return { ...(await resolve(auth, sessionToken)), deviceToken };
}

describe('a device on which somebody has signed in', () => {
  it('lets its owner in while everybody else is locked out, also at the same address', async () => {
    const { email, deviceToken } = await owner();
    expect((await outcomes(email, addresses(6, () => '203.0.113.1'))).at(-1)).toBe(LOCKED);
    expect(await outcome(email, PASSWORD, '203.0.113.1')).toBe(LOCKED);
    expect(await outcome(email, PASSWORD, '203.0.113.1', deviceToken)).toBe('OK');
    expect(await outcome(email, PASSWORD, '203.0.113.1')).toBe(LOCKED);
  });

  it('counts what fails on it by itself', async () => {
    const { email, deviceToken } = await owner();
    expect(await outcome(email, 'wrong', '198.51.1.1', deviceToken)).toBe(WRONG);
    await failedBefore(8);
    expect(await outcome(email, 'wrong', '198.51.2.1', deviceToken)).toBe(WRONG);
    expect(await outcome(email, PASSWORD, '198.51.3.1', deviceToken)).toBe(LOCKED);
    expect(await outcome(email, PASSWORD, '198.51.100.1')).toBe('OK');
  });

  it('is a stranger to everybody else, and so is what somebody makes up', async () => {
    const [{ email }, { deviceToken }] = [await owner(), await owner()];
    await outcomes(email, addresses(5, () => '203.0.113.2'));
    for (const token of [deviceToken, 'x'.repeat(43), "'", '\u0000']) expect(await outcome(email, PASSWORD, '203.0.113.2', token)).toBe(LOCKED);
  });

  it('keeps its token when a second person signs in on it, and is known to both', async () => {
    const [one, other] = [await owner(), await owner()];
    const { deviceToken } = await signIn(other.email, PASSWORD, '192.0.2.1', one.deviceToken);
    expect(deviceToken).toBe(one.deviceToken);
    expect((await signIn(other.email, PASSWORD, '192.0.2.1', 'x'.repeat(43))).deviceToken).not.toBe('x'.repeat(43));
    for (const { email } of [one, other]) {
      await outcomes(email, addresses(5, () => '203.0.113.3'));
      expect(await outcome(email, PASSWORD, '203.0.113.3', deviceToken)).toBe('OK');
    }
  });

  it('is a stranger again after the password was changed on another one, or its session was ended there', async () => {
    const person = await owner();
    const [phone, tablet] = [await signIn(person.email, PASSWORD, '192.0.2.8'), await signIn(person.email, PASSWORD, '192.0.2.9')];
    const isKnown = async (deviceToken: string): Promise<boolean> => (await outcome(person.email, 'wrong', '203.0.113.4', deviceToken)) !== LOCKED;
    await outcomes(person.email, addresses(5, () => '203.0.113.4'));
    expect([await isKnown(person.deviceToken), await isKnown(phone.deviceToken), await isKnown(tablet.deviceToken)]).toEqual([true, true, true]);
    await auth.sessions.revokeSession({ id: (await resolve(auth, phone.sessionToken)).sessionId }, { token: person.token });
    expect([await isKnown(person.deviceToken), await isKnown(phone.deviceToken), await isKnown(tablet.deviceToken)]).toEqual([true, false, true]);
    await auth.users.changePassword({ currentPassword: PASSWORD, newPassword: 'another kettle in orbit', device: undefined, deviceToken: '' }, { token: person.token });
    expect([await isKnown(person.deviceToken), await isKnown(tablet.deviceToken)]).toEqual([true, false]);
  });

  it('is known after joining by an invitation, and after signing out', async () => {
    const host = await signUp(auth);
    const member = await join(auth, host, 'member');
    const { deviceToken, sessionToken } = await signIn(member.email, PASSWORD, '192.0.2.2');
    await auth.sessions.signOut({ sessionToken });
    await outcomes(member.email, addresses(5, () => '203.0.113.5'));
    expect(await outcome(member.email, PASSWORD, '203.0.113.5', deviceToken)).toBe('OK');
  });

  it('is kept by a hash, and a person has twenty at most', async () => {
    const { email, userId, deviceToken } = await owner();
    const kept = () => auth.testDatabase.sql<{ token_hash: Buffer }>('select token_hash from auth.known_device where user_id = $1', [userId]);
    expect(JSON.stringify(await kept())).not.toContain(deviceToken);
    await auth.testDatabase.sql("insert into auth.known_device (user_id, token_hash) select $1, sha256(n::text::bytea) from generate_series(1, 30) n", [userId]);
    await signIn(email, PASSWORD, '192.0.2.1');
    expect(await kept()).toHaveLength(20);
  });
});

describe('on new devices, one account', () => {
  it('is locked for a network after twenty failures in it, however many its addresses', async () => {
    const { email } = await owner();
    await outcomes(email, addresses(2, (index) => `203.0.113.${index}`));
    await auth.testDatabase.sql('update auth.sign_in_attempt set failures = 18.9, locked_until = null where failures > 1.5');
    expect(await outcomes(email, ['203.0.113.100', '203.0.113.101', '203.0.113.102'])).toEqual([WRONG, LOCKED, LOCKED]);
    expect(await outcome(email, PASSWORD, '203.0.114.1')).toBe('OK');
  });

  it('is locked for the /64 network of an IPv6 address like for an IPv4 address', async () => {
    const { email } = await owner();
    expect(await outcomes(email, addresses(6, (index) => `2001:db8:1:2::${index}`))).toEqual([...Array.from({ length: 5 }, () => WRONG), LOCKED]);
    expect(await outcome(email, PASSWORD, '2001:db8:1:3::1')).toBe('OK');
  });

  it('takes one attempt in two seconds after a hundred failures from everywhere: a pace, and no lock that grows', async () => {
    const { email } = await owner();
    expect(await outcome(email, 'wrong', '198.51.0.1')).toBe(WRONG);
    await failedBefore(300);
    await auth.testDatabase.sql("update auth.sign_in_attempt set locked_until = now() - interval '1 second'");
    expect(await outcome(email, 'wrong', '198.51.1.1')).toBe(WRONG);
    const error = await failure(signIn(email, PASSWORD, '198.51.2.1'));
    expect(error).toMatchObject({ code: LOCKED });
    expect(Number(error.details['retryAfterSeconds'])).toBeLessThanOrEqual(2);
  });

  it('does not count an attempt that is refused', async () => {
    const { email } = await owner();
    await outcomes(email, addresses(5, () => '203.0.113.6'));
    const before = await auth.testDatabase.sql('select key, failures from auth.sign_in_attempt order by key');
    expect(await outcomes(email, addresses(3, () => '203.0.113.6'))).toEqual([LOCKED, LOCKED, LOCKED]);
    expect(await auth.testDatabase.sql('select key, failures from auth.sign_in_attempt order by key')).toEqual(before);
  });
});

describe('many accounts from one place', () => {
  it('are locked after a hundred failures at an address, which no success of their own takes back', async () => {
    const own = await owner();
    await outcomes(newEmail(), ['203.0.113.7']);
    await failedBefore(98);
    expect(await outcome(own.email, PASSWORD, '203.0.113.7')).toBe('OK');
    expect(await outcomes(newEmail(), ['203.0.113.7'])).toEqual([WRONG]);
    expect(await outcome(newEmail(), 'wrong', '203.0.113.7')).toBe(LOCKED);
    expect(await outcome(own.email, PASSWORD, '203.0.113.7', own.deviceToken)).toBe('OK');
  });

  it('are forgiven bit by bit: a place that many share is not locked for ever', async () => {
    await outcomes(newEmail(), ['203.0.113.8']);
    await auth.testDatabase.sql("update auth.sign_in_attempt set failures = 116, locked_until = null, updated_at = now() - interval '12 hours'");
    expect(await outcomes(newEmail(), ['203.0.113.8'])).toEqual([WRONG]);
    const [most] = await auth.testDatabase.sql<{ failures: number }>('select failures from auth.sign_in_attempt where failures between 60 and 70');
    expect(most).toBeDefined();
  });
});

describe('who calls the service itself', () => {
  it('counts by the address of the connection when they say none, or one that is none', async () => {
    const { email } = await owner();
    const attempt = (device: { ip: string; userAgent: string } | undefined) => failure(auth.sessions.signIn({ email, password: 'wrong', device, deviceToken: '', replacedSessionToken: '' }));
    for (const ip of ['', 'nowhere', '999.1.1.1', 'a', 'b']) expect(await attempt(from(ip))).toMatchObject({ code: WRONG });
    expect(await attempt(undefined)).toMatchObject({ code: LOCKED });
  });

  it('waits for nobody else when others send more than can be checked', async () => {
    const { email } = await owner();
    let done = 0;
    const flood = Promise.all(Array.from({ length: 40 }, () => outcome(newEmail(), 'wrong', '203.0.113.9').finally(() => (done += 1))));
    expect(await outcome(email, PASSWORD, '198.51.100.9')).toBe('OK');
    expect(done).toBeLessThan(36);
    expect(new Set(await flood)).toEqual(new Set([WRONG, LOCKED]));
  });
});
