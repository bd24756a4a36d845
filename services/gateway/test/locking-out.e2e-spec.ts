import { eventually } from '@crm-vision/common/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD, Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

/** As many addresses as one attacker took, each in a network of its own, and as many wrong passwords. */
const ADDRESSES = 20;
const WRONG_EACH = 5;
/** Tries of the owner while the attack goes on. */
const TRIES = 13;

let stack: Stack;
let owner: Person;
beforeAll(async () => {
  stack = await startStack({ crm: false, gateway: { TRUSTED_PROXY_HOPS: '1' } });
  owner = await signUp(stack.origin);
});
afterAll(() => stack.stop());

const signIn = (person: Person, email: string, password: string, address: string) =>
  person.post('/api/v1/auth/sign-in', { email, password }, { 'X-Forwarded-For': address, 'X-CSRF-Token': '' });
const attack = async (address: string): Promise<number> => (await signIn(new Person(stack.origin), owner.email, 'not the password at all', address)).status;
const address = (index: number): string => `198.51.${index}.7`;

describe('an attacker with a hundred wrong passwords from twenty addresses, who goes on', () => {
  let fresh = ADDRESSES;

  beforeAll(async () => {
    const wrong = Array.from({ length: ADDRESSES * WRONG_EACH }, (_none, index) => address(index % ADDRESSES));
    // A few at once: what one deadline holds on a slow machine.
    await Promise.all(Array.from({ length: 4 }, async () => {
      for (let from = wrong.pop(); from; from = wrong.pop()) expect(await attack(from)).toBe(401);
    }));
  }, 60_000);

  it('is refused at each of them', async () => {
    expect(new Set(await Promise.all(Array.from({ length: ADDRESSES }, (_none, index) => attack(address(index)))))).toEqual(new Set([429]));
  });

  it(`lets the owner in ${TRIES} of ${TRIES} times on a device that signed in before, wherever it is`, async () => {
    const statuses: number[] = [];
    for (let index = 0; index < TRIES; index += 1) {
      await attack(address((fresh += 1)));
      const device = Object.assign(new Person(stack.origin), { device: owner.device });
      // At home, on the way, and even at an address of the attacker.
      statuses.push((await signIn(device, owner.email, PASSWORD, ['203.0.113.1', `203.0.${index}.1`, address(0)][index % 3] ?? '')).status);
    }
    expect(statuses).toEqual(Array.from({ length: TRIES }, () => 200));
  });

  it('lets the owner in on a new device within seconds, though each further attempt comes from a new network', async () => {
    const newDevice = new Person(stack.origin);
    let last = 0;
    await eventually(async () => {
      // One attempt every three seconds, from a network that nobody has seen.
      if (Date.now() - last >= 3000) last = (await attack(address((fresh += 1))), Date.now());
      const reply = await signIn(newDevice, owner.email, PASSWORD, '203.0.113.99');
      if (reply.status !== 200) expect(Number(reply.headers['retry-after'])).toBeLessThanOrEqual(2);
      expect(reply.status).toBe(200);
    }, 10_000);
  }, 30_000);
});

describe('the cookie of a device', () => {
  it('stays when the session ends, opens nothing, and is nothing to another account', async () => {
    const person = await signUp(stack.origin);
    const { device } = person;
    expect((await person.post('/api/v1/auth/sign-out')).status).toBe(204);
    expect(person.device).toBe(device);
    expect((await person.get('/api/v1/session')).status).toBe(401);
    const other = await signUp(stack.origin);
    for (let count = 0; count < WRONG_EACH; count += 1) await signIn(new Person(stack.origin), other.email, 'wrong', '203.0.113.200');
    const withDevice = Object.assign(new Person(stack.origin), { device });
    expect((await signIn(withDevice, other.email, PASSWORD, '203.0.113.200')).status).toBe(429);
    expect((await signIn(withDevice, person.email, PASSWORD, '203.0.113.200')).status).toBe(200);
    expect(withDevice.device).toBe(device);
  });
});
