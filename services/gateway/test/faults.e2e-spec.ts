import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@crm-vision/common/testing';
import { PASSWORD, Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

const companies = '/api/v1/companies';
let stack: Stack;
let person: Person;
beforeAll(async () => {
  stack = await startStack({ gateway: { REQUEST_DEADLINE_MS: '1000', SESSION_CACHE_MS: '300' } });
  // Hashing a password may take longer than the short patience that these tests are about.
  person = (await signUp(await stack.addGateway({ REQUEST_DEADLINE_MS: '10000' }))).at(stack.origin);
});
afterAll(() => stack.stop());

const health = async (): Promise<Record<string, { status: string }>> => {
  const { managementPort } = await (stack.gateways[0] as (typeof stack.gateways)[0]).line('Ready');
  const response = await fetch(`http://127.0.0.1:${String(managementPort)}/health`);
  return ((await response.json()) as { checks: Record<string, { status: string }> }).checks;
};

describe('while crm is dead', () => {
  it('503 with Retry-After for records; sign-in and session go on; health names it; it comes back by itself', async () => {
    const revive = await stack.kill('crm');
    const reply = await person.get(companies);
    expect(reply.json()).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect(reply.headers['retry-after']).toBe('1');
    expect((await person.post(companies, { name: 'No' })).status).toBe(503);
    expect((await person.get('/api/v1/session')).status).toBe(200);
    // From another device: here it would end the session that the tests go on with.
    expect((await new Person(stack.origin).post('/api/v1/auth/sign-in', { email: person.email, password: PASSWORD })).status).toBe(200);
    await eventually(async () => expect(await health()).toMatchObject({ crm: { status: 'failing' }, auth: { status: 'ok' } }));
    await revive();
    await eventually(async () => expect((await person.get(companies)).status).toBe(200), 10_000);
  });
});

describe('while auth is dead', () => {
  it('503, and nobody is signed out; it goes on when auth is back', async () => {
    const revive = await stack.kill('auth');
    const reply = await eventually(async () => {
      const asked = await person.get(companies);
      expect(asked.status).toBe(503);
      return asked;
    });
    expect(reply.headers['set-cookie']).toBeUndefined();
    await revive();
    await eventually(async () => expect((await person.get(companies)).status).toBe(200), 10_000);
  });
});

describe('while the database does not answer', () => {
  it('504 when the deadline is over, the statement behind it does not go on, and the same write succeeds later, once', async () => {
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    const release = await stack.database.hold('lock table crm.company in access exclusive mode');
    const startedAt = Date.now();
    const [read, write] = await Promise.all([person.get(companies), person.post(companies, { name: 'Late' }, key)]);
    expect([read.status, write.status]).toEqual([504, 504]);
    expect(Date.now() - startedAt).toBeLessThan(3000);
    expect(write.json()).toMatchObject({ code: 'TIMED_OUT' });
    await release();
    const again = await eventually(async () => {
      const reply = await person.post(companies, { name: 'Late' }, key);
      expect(reply.status).toBe(201);
      return reply;
    }, 10_000);
    expect((await person.post(companies, { name: 'Late' }, key)).text).toBe(again.text);
    expect((await person.get(companies)).json<{ items: unknown[] }>().items).toHaveLength(1);
  });
});
