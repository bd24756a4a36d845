import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, Database, type Statement, type Transaction } from '@crm-vision/common/database';
import { newId } from '@crm-vision/common/ids';
import { createLogger } from '@crm-vision/common/logging';
import { slowQueries } from '@crm-vision/common/metrics';
import { createTestDatabase, eventually, type TestDatabase } from '@crm-vision/common/testing';
import type pg from 'pg';
import { statement } from '../probe.js';

const logger = createLogger({ service: 'test', level: 'silent', release: 'test' });
const [mine, other] = [newId(), newId()];
let testDatabase: TestDatabase;
let pool: pg.Pool;
let database: Database;

function newPool(max: number, statementTimeoutMs = 10_000): pg.Pool {
  return createPool({ url: testDatabase.url('auth_app'), schema: 'auth', max, statementTimeoutMs, logger });
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  pool = newPool(4);
  database = new Database(pool, logger);
  for (const id of [mine, other]) await testDatabase.sql("insert into auth.workspace (id, name, slug, time_zone, locale) values ($1::uuid, 'W', $1::text, 'UTC', 'en')", [id]);
  await testDatabase.sql("insert into auth.sign_in_attempt (key, failures) values ('a', 0), ('b', 0)");
});
afterAll(async () => {
  await pool.end();
  await testDatabase.drop();
});

const workspaces = statement('all_workspaces', 'select id from workspace');
const bump = (key: string): string => `update sign_in_attempt set failures = failures + 1 where key = '${key}'`;
const failures = async (key: string): Promise<number> => (await testDatabase.sql<{ failures: number }>('select failures from auth.sign_in_attempt where key = $1', [key]))[0]!.failures;

describe('a read', () => {
  it('shows the rows of its workspace alone, and none without one', async () => {
    expect(await database.read(mine, workspaces)).toEqual([{ id: mine }]);
    expect(await database.read(other, workspaces)).toEqual([{ id: other }]);
    expect(await database.read('', workspaces)).toEqual([]);
    expect(await database.readGlobal(workspaces)).toEqual([]);
  });

  it('leaves no workspace behind on its connection', async () => {
    const one = newPool(1);
    const single = new Database(one, logger);
    await single.read(mine, workspaces);
    expect(await single.readGlobal(workspaces)).toEqual([]);
    await one.end();
  });

  it('may fail and leaves the connection usable', async () => {
    const one = newPool(1);
    const single = new Database(one, logger);
    await expect(single.read(mine, statement('broken', 'select 1 / 0'))).rejects.toMatchObject({ code: '22012' });
    expect(await single.read(mine, workspaces)).toEqual([{ id: mine }]);
    await one.end();
  });

  it('is a bad request when a value cannot be read', async () => {
    await expect(database.read(mine, { ...statement('instant', 'select $1::timestamptz as at'), values: ['soon'] })).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('cannot write', async () => {
    await expect(database.read(mine, statement('sneaky', "update workspace set name = 'x' returning id"))).rejects.toThrow(/read-only/);
  });
});

describe('reads by key', () => {
  const own = (sleep: number) => ({ name: 'own_by_key', text: 'select id, pg_sleep($1)::text is not null as slept from workspace', values: [sleep] });

  it('share one connection and each see their own workspace', async () => {
    const one = newPool(1);
    const single = new Database(one, logger, 1);
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => single.readByKey<{ id: string }>(index % 2 ? mine : other, own(0))));
    expect(all.map(([row]) => row!.id)).toEqual(all.map((_, index) => (index % 2 ? mine : other)));
    expect(one.idleCount).toBe(1);
    await one.end();
  });

  it('do not fail with one that fails beside them', async () => {
    const broken = statement('broken_by_key', 'select 1 / (select 0 from workspace)');
    const results = await Promise.allSettled([database.readByKey(mine, own(0)), database.readByKey(mine, broken), database.readByKey(mine, own(0))]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('do not wait behind a list', async () => {
    const two = newPool(2);
    const double = new Database(two, logger);
    const order: string[] = [];
    await Promise.all([double.read(mine, own(0)), double.readByKey(mine, own(0))]);
    await Promise.all([
      double.read(mine, own(1)).then(() => order.push('list')),
      double.readByKey(mine, own(0)).then(() => order.push('key')),
    ]);
    expect(order).toEqual(['key', 'list']);
    await two.end();
  });

  it('get a new connection after theirs was lost', async () => {
    const results = Promise.allSettled([database.readByKey(mine, own(0.5)), database.readByKey(mine, own(0))]);
    await eventually(async () => {
      const killed = await testDatabase.sql("select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep($1)%' and state = 'active' and pid <> pg_backend_pid()");
      expect(killed.length).toBeGreaterThan(0);
    });
    expect((await results).map((result) => (result as PromiseRejectedResult).reason as { kind: string })).toMatchObject([{ kind: 'unavailable' }, { kind: 'unavailable' }]);
    expect(await database.readByKey(mine, own(0))).toMatchObject([{ id: mine }]);
  });

  it('see what their transaction has written', async () => {
    await expect(database.transaction(mine, async (transaction) => {
      await transaction.run("update workspace set name = 'Seen' where id = $1", [mine]);
      expect(await database.readByKey(mine, statement('name_by_key', 'select name from workspace'))).toEqual([{ name: 'Seen' }]);
      throw new Error('undo');
    })).rejects.toThrow('undo');
  });
});

describe('a transaction', () => {
  it('commits all of it, or nothing', async () => {
    const before = await failures('a');
    await expect(database.transaction(null, async (transaction) => {
      await transaction.run(bump('a'));
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    expect(await failures('a')).toBe(before);
    await database.transaction(null, (transaction) => transaction.run(bump('a')));
    expect(await failures('a')).toBe(before + 1);
  });

  it('is joined by reads and transactions inside it', async () => {
    await expect(database.transaction(mine, async (transaction) => {
      await transaction.run("update workspace set name = 'Renamed' where id = $1", [mine]);
      expect(await database.read(mine, statement('own_name', 'select name from workspace'))).toEqual([{ name: 'Renamed' }]);
      await database.transaction(mine, (inner) => inner.run("update workspace set locale = 'de' where id = $1", [mine]));
      throw new Error('undo');
    })).rejects.toThrow('undo');
    expect(await database.read(mine, statement('own_values', 'select name, locale from workspace'))).toEqual([{ name: 'W', locale: 'en' }]);
  });

  it('tells others after its commit, and never when it failed', async () => {
    const told: string[] = [];
    await database.transaction(null, async (transaction) => {
      transaction.afterCommit(() => told.push('good'));
      await transaction.run('select 1');
      expect(told).toEqual([]);
    });
    await database.transaction(null, async (transaction) => {
      transaction.afterCommit(() => told.push('bad'));
      await transaction.run('select 1 / 0');
    }).catch(() => undefined);
    expect(told).toEqual(['good']);
  });

  it('commits what was only sent, and nothing when that failed', async () => {
    const before = await failures('a');
    const sent = (text: string) => database.transaction(null, async (transaction) => {
      await transaction.run(bump('a'));
      transaction.send(statement('sent_' + text.length, text));
    });
    await sent(bump('a'));
    expect(await failures('a')).toBe(before + 2);
    await expect(sent('select 1 / (select 0)')).rejects.toMatchObject({ code: '22012' });
    expect(await failures('a')).toBe(before + 2);
    expect(await database.read(mine, workspaces)).toEqual([{ id: mine }]);
  });

  it('is rolled back when what was sent fails in the driver', async () => {
    const one = newPool(1);
    const single = new Database(one, logger);
    const before = await failures('a');
    const unsendable = { toPostgres: () => { throw new Error('cannot be sent'); } };
    const attempt = (last: Statement) => single.transaction(null, async (transaction) => {
      await transaction.run(bump('a'));
      transaction.send(last);
    });
    await expect(attempt({ name: 'unsendable', text: 'select $1::text', values: [unsendable] })).rejects.toThrow('cannot be sent');
    await attempt(statement('taken', 'select 1'));
    await expect(attempt(statement('taken', 'select 2'))).rejects.toThrow('belongs to another statement');
    expect(await failures('a')).toBe(before + 1);
    await one.end();
  });

  it('takes nothing more once it is over, since its connection serves others', async () => {
    const late: (() => Promise<unknown>)[] = [];
    const keep = (transaction: Transaction): void => void late.push(() => transaction.run(bump('a')));
    await database.transaction(mine, async (transaction) => keep(transaction));
    await expect(database.transaction(mine, async (transaction) => {
      keep(transaction);
      throw new Error('no');
    })).rejects.toThrow('no');
    const before = await failures('a');
    for (const run of late) await expect(run()).rejects.toThrow('The transaction is over.');
    expect(await failures('a')).toBe(before);
  });

  it('runs again after a deadlock', async () => {
    const before = [await failures('a'), await failures('b')];
    const both = (first: string, second: string): Promise<unknown> => database.transaction(null, async (transaction) => {
      await transaction.run(bump(first));
      await transaction.run('select pg_sleep(0.1)');
      await transaction.run(bump(second));
    });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    expect([await failures('a'), await failures('b')]).toEqual(before.map((count) => count + 2));
  });
});

it('says that it is busy when a deadlock comes again and again', async () => {
  const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' });
  await expect(database.transaction(null, () => Promise.reject(deadlock))).rejects.toMatchObject({ kind: 'unavailable' });
});

describe('a busy database', () => {
  it('turns away what would wait in too long a queue', async () => {
    const one = newPool(1);
    const busy = new Database(one, logger, 2);
    const sleep = statement('sleep', 'select pg_sleep(0.3)');
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => busy.readGlobal(sleep)));
    const refused = results.filter(({ status }) => status === 'rejected').map((result) => (result as PromiseRejectedResult).reason as { kind: string });
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.map(({ kind }) => kind)).toEqual(refused.map(() => 'unavailable'));
    await one.end();
  });

  it('ends a statement that takes too long', async () => {
    const impatient = newPool(1, 100);
    await expect(new Database(impatient, logger).read(mine, statement('too_slow', 'select pg_sleep(5)'))).rejects.toMatchObject({ kind: 'timedOut' });
    await impatient.end();
  });

  it('counts a statement of more than a second, and no faster one', async () => {
    await database.readGlobal(statement('slow_one', 'select pg_sleep(1.1)'));
    await database.readGlobal(statement('fast_one', 'select pg_sleep(0.5)'));
    const names = (await slowQueries.get()).values.map(({ labels }) => labels['statement']);
    expect(names).toContain('slow_one');
    expect(names).not.toContain('fast_one');
  });
});

describe('a lost connection', () => {
  it('reads as unavailable, and the next call gets a new one', async () => {
    const one = newPool(1);
    const single = new Database(one, logger);
    const [{ pid } = { pid: 0 }] = await single.readGlobal<{ pid: number }>(statement('pid', 'select pg_backend_pid() as pid'));
    const sleeping = single.readGlobal(statement('sleep_long', 'select pg_sleep(5)'));
    const kill = eventually(async () => {
      const [row] = await testDatabase.sql<{ killed: boolean }>("select pg_terminate_backend(pid) as killed from pg_stat_activity where pid = $1 and query like '%pg_sleep%'", [pid]);
      if (!row?.killed) throw new Error('The statement is not running yet.');
    });
    await expect(sleeping).rejects.toMatchObject({ kind: 'unavailable' });
    await kill;
    await expect(single.read(mine, workspaces)).resolves.toHaveLength(1);
    await one.end();
  });

  it('reads as unavailable when there is no database at all', async () => {
    const nowhere = createPool({ url: 'postgres://auth_app:x@127.0.0.1:1/none', schema: 'auth', max: 1, statementTimeoutMs: 1000, logger });
    await expect(new Database(nowhere, logger).read(mine, workspaces)).rejects.toMatchObject({ kind: 'unavailable' });
    await nowhere.end();
  });
});
