import { eventually } from '@crm-vision/common/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { checkContract } from './stack/contract.js';
import { send } from './stack/http.js';
import { type OwnRedis, startOwnRedis } from './stack/own-redis.js';
import { PASSWORD, type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

const LIMIT = 10;
let redis: OwnRedis;
let stack: Stack;
beforeAll(async () => {
  redis = await startOwnRedis();
  stack = await startStack({ crm: false, redisUrl: redis.url });
});
afterAll(async () => {
  await stack.stop();
  await redis.kill();
});

const two = (settings: Record<string, string>): Promise<string[]> => Promise.all([stack.addGateway(settings), stack.addGateway(settings)]);

/** A minute may end between two requests: then the budget is new, and the test begins again. */
async function withinOneWindow(test: () => Promise<void>): Promise<void> {
  const window = (): number => Math.floor(Date.now() / 60_000);
  const before = window();
  await test().catch((error: unknown) => {
    if (window() === before) throw error;
    return test();
  });
}

/** Guessing at an invitation is limited like guessing at a password, and costs no time. */
async function attempt(origin: string, address: string) {
  const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': address };
  const call = { method: 'POST', path: '/api/v1/auth/invitations/resolve', headers, body: JSON.stringify({ token: 'x'.repeat(43) }) };
  const reply = await send(origin, call);
  checkContract(call.method, call.path, reply);
  return reply;
}

describe('the limit of attempts to sign in', () => {
  it('is one budget of both gateways: the eleventh is refused on either', () => withinOneWindow(async () => {
    const [one = '', other = ''] = await two({ RATE_LIMIT_SIGN_IN_PER_MINUTE: String(LIMIT), TRUSTED_PROXY_HOPS: '1' });
    const address = `10.0.0.${Date.now() % 250}`;
    for (let count = 1; count <= LIMIT; count += 1) {
      const { status, headers } = await attempt(count % 2 ? one : other, address);
      expect(status).toBe(404);
      expect(headers['ratelimit-policy']).toBe(`"signIn";q=${LIMIT};w=60`);
      expect(headers['ratelimit']).toMatch(new RegExp(`^"signIn";r=${LIMIT - count};t=\\d+$`));
    }
    for (const origin of [one, other]) {
      const reply = await attempt(origin, address);
      expect(reply.json()).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect((await attempt(one, '10.0.1.1')).status).toBe(404);
  }));

  it.each([['a number that nobody can have counted', '-9007199254740991'], ['a text', 'unlimited'], ['a number that does not fit', '9223372036854775807']])(
    'holds in each gateway when Redis says %s', (_what, value) => withinOneWindow(async () => {
      const one = await stack.addGateway({ RATE_LIMIT_SIGN_IN_PER_MINUTE: '2', TRUSTED_PROXY_HOPS: '1' });
      const address = `10.1.1.${value.length}`;
      await redis.set(`crm-vision:rate:signIn:${address}:${Math.floor(Date.now() / 60_000)}`, value);
      const statuses = [];
      for (let count = 0; count < 3; count += 1) statuses.push((await attempt(one, address)).status);
      expect(statuses).toEqual([404, 404, 429]);
    }));

  it('does not believe an address that a caller makes up', () => withinOneWindow(async () => {
    const one = await stack.addGateway({ RATE_LIMIT_SIGN_IN_PER_MINUTE: '2' });
    await redis.forget();
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await attempt(one, `10.9.9.${count}`)).status);
    expect(statuses).toEqual([404, 404, 429]);
  }));
});

describe('the limit of a person', () => {
  it('counts all sessions of the person, and nobody else', () => withinOneWindow(async () => {
    const one = await stack.addGateway({ RATE_LIMIT_USER_PER_MINUTE: '3' });
    const [person, other] = await Promise.all([signUp(stack.origin), signUp(stack.origin)]);
    await redis.forget();
    const ask = async (from: Person) => (await from.at(one).get('/api/v1/members')).status;
    expect([await ask(person), await ask(person), await ask(person), await ask(person), await ask(other)]).toEqual([200, 200, 200, 429, 200]);
  }));
});

describe('without a session', () => {
  it('counts guesses of cookies by address', () => withinOneWindow(async () => {
    const one = await stack.addGateway({ RATE_LIMIT_PUBLIC_PER_MINUTE: '2' });
    await redis.forget();
    const guess = async (letter: string) => (await send(one, { method: 'GET', path: '/api/v1/session', headers: { Cookie: `crm_session=${letter.repeat(43)}` } })).status;
    expect([await guess('a'), await guess('b'), await guess('c')]).toEqual([401, 401, 429]);
  }));
});

describe('too many requests at once', () => {
  it('503: turns away what is more than may be open, with Retry-After, and serves again afterwards', async () => {
    const one = await stack.addGateway({ REQUESTS_IN_FLIGHT_MAX: '1', TRUSTED_PROXY_HOPS: '1' });
    const begun = Array.from({ length: 16 }, (_none, index) => {
      const headers = { 'Content-Type': 'application/json', 'Content-Length': '1000', 'X-Forwarded-For': `10.3.0.${index}` };
      const begins = request(new URL('/api/v1/auth/invitations/resolve', one), { method: 'POST', headers }).on('error', () => undefined);
      begins.write('{');
      return begins;
    });
    await eventually(async () => expect((await attempt(one, '10.3.1.1')).status).toBe(503));
    const shed = await attempt(one, '10.3.1.1');
    expect([shed.status, shed.json<{ code: string }>().code, shed.headers['retry-after']]).toEqual([503, 'OVERLOADED', '1']);
    for (const each of begun) each.destroy();
    await eventually(async () => expect((await attempt(one, '10.3.1.1')).status).toBe(404));
  });
});

describe('while Redis is dead', () => {
  it('sign-in, reads and writes go on, and each gateway counts for itself', () => withinOneWindow(async () => {
    const [one = '', other = ''] = await two({ RATE_LIMIT_SIGN_IN_PER_MINUTE: '3', TRUSTED_PROXY_HOPS: '1' });
    await redis.kill();
    const person = await signUp(stack.origin);
    expect((await person.post('/api/v1/auth/sign-in', { email: person.email, password: PASSWORD })).status).toBe(200);
    await person.enter();
    expect((await person.get('/api/v1/members')).status).toBe(200);
    expect((await person.patch('/api/v1/user', { name: 'Ada King', version: 1 })).json()).toMatchObject({ name: 'Ada King' });
    const statuses = async (origin: string) => [await attempt(origin, '10.2.0.1'), await attempt(origin, '10.2.0.1'), await attempt(origin, '10.2.0.1'), await attempt(origin, '10.2.0.1')].map(({ status }) => status);
    expect(await statuses(one)).toEqual([404, 404, 404, 429]);
    expect(await statuses(other)).toEqual([404, 404, 404, 429]);
    await redis.start();
  }));
});
