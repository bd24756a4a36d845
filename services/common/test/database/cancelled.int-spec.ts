import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runInCall } from '@crm-vision/common/context';
import { createPool, Database } from '@crm-vision/common/database';
import { newId } from '@crm-vision/common/ids';
import { createLogger } from '@crm-vision/common/logging';
import { eventually } from '@crm-vision/common/testing';
import { KeyServiceService } from '@crm-vision/proto/crm_vision/auth/keys/v1/keys';
import type pg from 'pg';
import { type Probe, startProbe, statement } from '../probe.js';

const logger = createLogger({ service: 'test', level: 'silent', release: 'test' });
const [mine, other] = [newId(), newId()];
const forever = statement('forever', 'select pg_sleep(60)');
const quick = statement('quick', 'select 1 as one');
let probe: Probe;
const pools: pg.Pool[] = [];

beforeAll(async () => {
  probe = await startProbe();
  await probe.testDatabase.sql("insert into auth.sign_in_attempt (key, failures) values ('cancelled', 0)");
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await probe.stop();
});

/** With so many connections for statements, and one for reads by key. */
function databaseWith(connections: number): Database {
  const pool = createPool({ url: probe.testDatabase.url('auth_app'), schema: 'auth', max: connections + 1, statementTimeoutMs: 30_000, logger });
  pools.push(pool);
  return new Database(pool, logger);
}

/** Statements of the services that run now. */
async function running(): Promise<number> {
  const [row] = await probe.testDatabase.sql<{ count: number }>("select count(*)::int as count from pg_stat_activity where datname = current_database() and usename = 'auth_app' and state <> 'idle'");
  return row!.count;
}

function called<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return runInCall({ requestId: randomUUID(), signal, deadline: Date.now() + 60_000 }, work);
}

describe('a statement', () => {
  const sleeping: [string, (database: Database) => Promise<unknown>][] = [
    ['a read', (database) => database.read(mine, forever)],
    ['a read without a workspace', (database) => database.readGlobal(forever)],
    ['a statement of a transaction', (database) => database.transaction(mine, (transaction) => transaction.query(forever))],
  ];

  it.each(sleeping)('ends with the call whose caller hung up: %s', async (_what, sleep) => {
    probe.behaviour.read = () => sleep(probe.database).then(() => 'slept');
    const caller = new AbortController();
    const answer = probe.client(KeyServiceService).listSigningKeys({}, { signal: caller.signal });
    const refused = expect(answer).rejects.toBeDefined();
    await eventually(async () => expect(await running()).toBe(1));
    caller.abort();
    await refused;
    await eventually(async () => expect(await running()).toBe(0));
  });

  it.each(sleeping)('ends with the call that ran out of time: %s', async (_what, sleep) => {
    probe.behaviour.read = () => sleep(probe.database).then(() => 'slept');
    await expect(probe.client(KeyServiceService).listSigningKeys({}, { deadlineMs: 200 })).rejects.toMatchObject({ kind: 'timedOut' });
    await eventually(async () => expect(await running()).toBe(0));
  });

  it('is never another one than that of the call', async () => {
    const database = databaseWith(1);
    for (let round = 0; round < 60; round += 1) {
      const caller = new AbortController();
      const cancelled = called(caller.signal, () => database.read(mine, { ...statement('nap', 'select pg_sleep($1)'), values: [round / 10_000] })).catch(() => undefined);
      const neighbour = database.read(other, { ...statement('neighbour', 'select pg_sleep($1), 1 as one'), values: [0.001] });
      setImmediate(() => caller.abort());
      expect(await neighbour).toMatchObject([{ one: 1 }]);
      await cancelled;
      expect(await database.read(other, quick)).toEqual([{ one: 1 }]);
    }
  });

  it('is not begun for a caller who is gone, who waits for no connection either', async () => {
    const database = databaseWith(1);
    const caller = new AbortController();
    const holder = new AbortController();
    const held = called(holder.signal, () => database.read(mine, forever)).catch(() => undefined);
    const waiting = called(caller.signal, () => database.read(other, quick));
    await eventually(() => expect(database.waiting).toBe(1));
    caller.abort();
    await expect(waiting).rejects.toMatchObject({ kind: 'timedOut' });
    await expect(called(caller.signal, () => database.read(other, quick))).rejects.toMatchObject({ kind: 'timedOut' });
    holder.abort();
    await held;
  });
});

describe('a transaction whose caller is gone', () => {
  it('leaves nothing behind, also when it was between two statements', async () => {
    const caller = new AbortController();
    const gone = called(caller.signal, () => probe.database.transaction(null, async (transaction) => {
      await transaction.run("update sign_in_attempt set failures = 7 where key = 'cancelled'");
      caller.abort();
      return 'done';
    }));
    await expect(gone).rejects.toMatchObject({ kind: 'timedOut' });
    expect(await probe.testDatabase.sql("select failures from auth.sign_in_attempt where key = 'cancelled'")).toEqual([{ failures: 0 }]);
    await eventually(async () => expect(await running()).toBe(0));
  });
});

describe('the connections', () => {
  it('are never all of one workspace, nor are the places of those who wait', async () => {
    const database = databaseWith(4);
    const hostile = new AbortController();
    const attempts = Array.from({ length: 300 }, () => called(hostile.signal, () => database.read(mine, forever)));
    const outcomes = Promise.allSettled(attempts);
    await eventually(async () => expect(await running()).toBe(2));
    for (let round = 0; round < 20; round += 1) expect(await database.read(other, quick)).toEqual([{ one: 1 }]);
    expect(await running()).toBe(2);
    hostile.abort();
    const refused = (await outcomes).flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as { code: string; details: object })] : []));
    expect(refused.filter(({ code }) => code === 'TOO_MANY_AT_ONCE')).toHaveLength(300 - 2 - 120);
    expect(refused.find(({ code }) => code === 'TOO_MANY_AT_ONCE')).toMatchObject({ kind: 'rateLimited', details: { retryAfterSeconds: '1' } });
    await eventually(async () => expect(await running()).toBe(0));
  });

  it('leave one to reads by key, which wait for nothing slower', async () => {
    const database = databaseWith(2);
    const slow = new AbortController();
    const held = [mine, other].map((workspace) => called(slow.signal, () => database.read(workspace, forever)).catch(() => undefined));
    await eventually(async () => expect(await running()).toBe(2));
    expect(await database.readByKey(newId(), quick)).toEqual([{ one: 1 }]);
    slow.abort();
    await Promise.all(held);
  });
});
