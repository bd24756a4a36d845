import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@crm-vision/common/testing';
import { request } from 'node:http';
import { expectAnswered } from './stack/coverage.js';
import { openEvents, type ReadEvent } from './stack/event-reader.js';
import { type OwnRedis, startOwnRedis } from './stack/own-redis.js';
import { PASSWORD, Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

const CHANGES = 'crm-vision:changes';
const REVOKED = 'crm-vision:sessions-revoked';
const NONSENSE = ['', '{', 'null', '7', 'true', '"x"', '[]', '[null]', '{}', '{"sessionId":null}', '{"userId":{}}', '{"sessionId":"s"}', '{"__proto__":null}', '\0'];
let redis: OwnRedis;
let stack: Stack;
let person: Person;
let stranger: Person;
beforeAll(async () => {
  redis = await startOwnRedis();
  stack = await startStack({ crm: false, gateways: 2, redisUrl: redis.url, gateway: { EVENT_HEARTBEAT_MS: '200', SESSION_CACHE_MS: '500' } });
  [person, stranger] = await Promise.all([signUp(stack.origin), signUp(stack.origin)]);
});
afterAll(async () => {
  await stack.stop();
  await redis.kill();
});

const second = (): string => stack.origins[1] ?? '';
const isLive = (live: boolean) => ({ event, data }: ReadEvent): boolean => event === 'status' && data['live'] === live;
const isChange = (id: unknown) => ({ event, data }: ReadEvent): boolean => event === 'change' && data['id'] === id;

function change(workspaceId: string) {
  const [id, recordId, actorId, changeSetId] = Array.from({ length: 4 }, () => crypto.randomUUID());
  return { workspaceId, id, type: 'deal.moved', kind: 'deal', recordId, version: 2, actorId, at: new Date().toISOString(), changeSetId, undoes: null };
}

describe('GET /api/v1/events', () => {
  it('both gateways deliver a change to the people of its workspace within two seconds, and to nobody else', async () => {
    const own = await Promise.all([openEvents(person), openEvents(person.at(second()))]);
    const foreign = await openEvents(stranger);
    await Promise.all([...own, foreign].map((stream) => stream.find(isLive(true))));
    const published = change(person.workspaceId);
    const { workspaceId: _, ...event } = published;
    await redis.publish(CHANGES, published);
    for (const stream of own) expect((await stream.find(isChange(published.id))).data).toEqual(event);
    await redis.publish(CHANGES, change(stranger.workspaceId));
    await foreign.find(({ event: name }) => name === 'change');
    for (const stream of own) expect(stream.events.filter(({ event: name }) => name === 'change')).toHaveLength(1);
    expect(foreign.events.some(isChange(published.id))).toBe(false);
    expect(own[0]?.response.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no', 'cache-control': 'no-cache, no-transform' });
    expect(own[0]?.response.headers['content-encoding']).toBeUndefined();
    for (const stream of [...own, foreign]) stream.close();
  });

  it('takes what a worker of the release before or of the next tells, without what it does not know', async () => {
    const stream = await openEvents(person);
    const { undoes: _, ...before } = change(person.workspaceId);
    const next = { ...change(person.workspaceId), undoes: crypto.randomUUID() };
    for (const message of [before, { ...next, mood: 'sunny' }]) await redis.publish(CHANGES, message);
    expect((await stream.find(isChange(before.id))).data['undoes']).toBeNull();
    const { workspaceId: __, ...event } = next;
    expect((await stream.find(isChange(next.id))).data).toEqual(event);
    stream.close();
  });

  it('goes on where a stream broke: what was missed comes once, in order, and nothing of others', async () => {
    const first = await openEvents(person);
    const began = (await first.find(isLive(true))).id;
    const [seen, missed, missedToo, foreign] = [change(person.workspaceId), change(person.workspaceId), change(person.workspaceId), change(stranger.workspaceId)];
    await redis.publish(CHANGES, seen);
    expect((await first.find(isChange(seen.id))).id).toBe(seen.id);
    first.close();
    for (const message of [missed, foreign, missedToo]) await redis.publish(CHANGES, message);
    const witness = await openEvents(person, began);
    await witness.find(isChange(missedToo.id));
    expect(witness.events.filter(({ event }) => event === 'change').map(({ id }) => id)).toEqual([seen.id, missed.id, missedToo.id]);
    const second = await openEvents(person, seen.id);
    await second.find(isChange(missedToo.id));
    expect(second.events.map(({ event, id }) => [event, id])).toEqual([['status', seen.id], ['change', missed.id], ['change', missedToo.id]]);
    for (const stream of [witness, second]) stream.close();
  });

  it('says "reset" to who names a place that is not known: nothing is lost in silence', async () => {
    for (const place of [crypto.randomUUID(), 'rubbish', 'x'.repeat(5000)]) {
      const stream = await openEvents(person, place);
      await stream.find(({ event }) => event === 'reset');
      const published = change(person.workspaceId);
      await redis.publish(CHANGES, published);
      await stream.find(isChange(published.id));
      stream.close();
    }
  });

  it('survives messages that are none', async () => {
    const stream = await openEvents(person);
    for (const text of NONSENSE) for (const channel of [CHANGES, REVOKED]) await redis.publish(channel, text);
    for (const message of [{ workspaceId: person.workspaceId }, { ...change(person.workspaceId), recordId: '<b>' }]) await redis.publish(CHANGES, message);
    const published = change(person.workspaceId);
    await redis.publish(CHANGES, published);
    await stream.find(isChange(published.id));
    expect(stream.events.filter(({ event }) => event === 'change')).toHaveLength(1);
    for (const origin of stack.origins) expect((await person.at(origin).get('/api/v1/session')).status).toBe(200);
    stream.close();
  });

  it('says that it is not live while Redis is dead, and live again when it is back', async () => {
    const stream = await openEvents(person);
    await stream.find(isLive(true));
    await redis.kill();
    await stream.find(isLive(false));
    const late = await openEvents(person);
    await late.find(isLive(false));
    await redis.start();
    await late.find(({ event, data }) => event === 'status' && data['live'] === true, 5000);
    const published = change(person.workspaceId);
    await redis.publish(CHANGES, published);
    await stream.find(isChange(published.id));
    for (const open of [stream, late]) open.close();
  });

  it('401 without a session; a stream ends when its session does', async () => {
    expect((await new Person(stack.origin).get('/api/v1/events')).status).toBe(401);
    const leaving = new Person(stack.origin);
    await leaving.post('/api/v1/auth/sign-in', { email: person.email, password: PASSWORD });
    await leaving.enter();
    const streams = await Promise.all([openEvents(leaving), openEvents(leaving.at(second()))]);
    await leaving.post('/api/v1/auth/sign-out');
    expect(await Promise.all(streams.map(({ ended }) => ended))).toEqual(['end', 'end']);
  });

  it('a stream ends when its session does, also while Redis is dead', async () => {
    await redis.kill();
    const leaving = new Person(second());
    await leaving.post('/api/v1/auth/sign-in', { email: person.email, password: PASSWORD });
    await leaving.enter();
    const stream = await openEvents(leaving);
    await leaving.at(stack.origin).post('/api/v1/auth/sign-out');
    expect(await stream.ended).toBe('end');
    await redis.start();
  }, 15_000);

  it('429: one person holds so many streams and no more', async () => {
    const origin = await stack.addGateway({ EVENT_STREAMS_PER_USER_MAX: '2' });
    const streams = await Promise.all([openEvents(person.at(origin)), openEvents(person.at(origin))]);
    const refused = await person.at(origin).get('/api/v1/events');
    expect(refused.json()).toMatchObject({ status: 429, code: 'TOO_MANY_STREAMS' });
    expect(refused.headers['retry-after']).toBe('30');
    streams[0]?.close();
    await eventually(async () => {
      const again = await openEvents(person.at(origin));
      expect(again.response.statusCode).toBe(200);
      again.close();
    });
    streams[1]?.close();
  });

  it('answers HEAD and goes', async () => {
    expect((await person.call('HEAD', '/api/v1/events')).status).toBe(200);
  });
});

describe('a gateway that is asked to stop', () => {
  it('ends its streams properly, finishes what is in flight, takes nothing new, and exits with 0', async () => {
    const origin = await stack.addGateway();
    const gateway = stack.gateways.at(-1);
    const stream = await openEvents(person.at(origin));
    // A sign-in takes its time: the password is hashed.
    const body = JSON.stringify({ email: person.email, password: PASSWORD });
    const inFlight = new Promise<number | undefined>((resolve, reject) => {
      const outgoing = request(`${origin}/api/v1/auth/sign-in`, { method: 'POST', agent: false, headers: { 'Content-Type': 'application/json', 'Content-Length': body.length } }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode));
      });
      outgoing.once('error', reject).write(body.slice(0, 10));
      // The rest of the body comes when the stop has begun: the request is in flight then for sure.
      void gateway?.line('Stopping').then(() => outgoing.end(body.slice(10)));
      outgoing.once('socket', (socket) => socket.once('connect', () => setImmediate(() => gateway?.kill('SIGTERM'))));
    });
    expect(await inFlight).toBe(200);
    expect(await stream.ended).toBe('end');
    expect(await gateway?.exited).toBe(0);
    await expect(person.at(origin).get('/api/health')).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/);
  });

  it('asks its callers to go elsewhere while it still serves them', async () => {
    const origin = await stack.addGateway({ SHUTDOWN_DELAY_SECONDS: '1' });
    const gateway = stack.gateways.at(-1);
    expect((await person.at(origin).get('/api/health')).headers['connection']).toBe('keep-alive');
    gateway?.kill('SIGTERM');
    await gateway?.line('Stopping');
    expect((await person.at(origin).get('/api/health')).headers['connection']).toBe('close');
    expect(await gateway?.exited).toBe(0);
  });
});

expectAnswered('Live updates');
