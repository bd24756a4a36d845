import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@crm-vision/common/testing';
import { type Reply } from './stack/http.js';
import { Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

let stack: Stack;
let person: Person;
beforeAll(async () => {
  stack = await startStack();
  person = await signUp(stack.origin);
});
afterAll(() => stack.stop());

const health = (): Promise<Reply> => new Person(stack.origin).get('/api/health');
const says = (status: number): Promise<Reply> => eventually(async () => {
  const reply = await health();
  expect(reply.status).toBe(status);
  return reply;
}, 30_000);

/** Questions to the health of auth and crm so far. */
async function looks(): Promise<number> {
  const { managementPort } = await stack.gateways[0]!.line('Ready');
  const metrics = await (await fetch(`http://127.0.0.1:${String(managementPort)}/metrics`)).text();
  return [...metrics.matchAll(/^grpc_client_call_duration_seconds_count\{.*Health\/Check.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
}

describe('OK', () => {
  it('says ok and the version while people can work', async () => {
    expect((await says(200)).json()).toEqual({ status: 'ok', version: expect.any(String) });
  });
});

describe('UNAVAILABLE', () => {
  // The first act after it says ok again has to succeed, at once.
  afterEach(async () => {
    await says(200);
    expect((await person.post('/api/v1/companies', { name: 'First act' })).status).toBe(201);
  });

  it.each(['crm', 'auth'] as const)('while %s is dead, and names nothing', async (service) => {
    const revive = await stack.kill(service);
    expect((await says(503)).text).toBe('{"status":"unavailable"}');
    await revive();
  }, 60_000);

  it('while the database refuses everybody; the gateway itself stays ready', async () => {
    await stack.database.letIn(false);
    try {
      expect((await says(503)).text).toBe('{"status":"unavailable"}');
      const { managementPort } = await stack.gateways[0]!.line('Ready');
      expect((await fetch(`http://127.0.0.1:${String(managementPort)}/health/ready`)).status).toBe(200);
    } finally {
      await stack.database.letIn(true);
    }
  }, 60_000);
});

describe('the cost of asking', () => {
  it('is nothing: what is behind is looked at as often as ever while a thousand ask', async () => {
    await says(200);
    const before = await looks();
    const startedAt = Date.now();
    await Promise.all(Array.from({ length: 1000 }, health));
    expect(await looks() - before).toBeLessThan(20 + (Date.now() - startedAt) / 100);
  });
});

describe('a gateway that has just started', () => {
  it('says unavailable until its first write is served, and never goes back', async () => {
    const origin = await stack.addGateway();
    const there = person.at(origin);
    await eventually(async () => expect((await there.get('/api/health')).status).toBe(200));
    expect((await there.post('/api/v1/companies', { name: 'First write' })).status).toBe(201);
  });
});
