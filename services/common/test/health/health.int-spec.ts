import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, watchPool } from '@crm-vision/common/database';
import { databaseCheck, Health, redisCheck, startManagementServer, watchDatabaseServer, watchHealth, watchRedisServer } from '@crm-vision/common/health';
import { createLogger } from '@crm-vision/common/logging';
import { grpcServerDuration, httpDuration, registry, watchFigures } from '@crm-vision/common/metrics';
import { createRedis, type Redis } from '@crm-vision/common/redis';
import { createTestDatabase, eventually, type TestDatabase, testServers } from '@crm-vision/common/testing';
import type { Server } from 'node:http';
import type pg from 'pg';

const logger = createLogger({ service: 'test', level: 'silent', release: 'test' });
let testDatabase: TestDatabase;
let pool: pg.Pool;
let redis: Redis;
const servers: Server[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  pool = createPool({ url: testDatabase.url('auth_app'), schema: 'auth', max: 2, statementTimeoutMs: 1000, logger });
  redis = createRedis(testServers().TEST_REDIS_URL, logger);
  await eventually(() => expect(redis.status).toBe('ready'));
});
afterAll(async () => {
  for (const server of servers) server.close();
  redis.disconnect();
  await pool.end();
  await testDatabase.drop();
});

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

async function serve(database: pg.Pool, cache: Redis): Promise<{ health: Health; get: (path: string) => Promise<Answer> }> {
  const health = new Health({ service: 'crm', release: '1.2.3', environment: 'test' }, { http: httpDuration, grpcServer: grpcServerDuration });
  health.add(databaseCheck(database));
  health.add(redisCheck(cache));
  health.setAccepting(true);
  const { server, port } = await startManagementServer(health, '127.0.0.1', 0);
  servers.push(server);
  const get = async (path: string): Promise<Answer> => {
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`);
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  return { health, get };
}

describe('/health', () => {
  it('tells database, Redis, pool, hit ratios and latencies, and no secret', async () => {
    httpDuration.observe({ route: '/x', method: 'GET', status: '200' }, 0.02);
    const { get } = await serve(pool, redis);
    const { status, body } = await get('/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'ok', service: 'crm', release: '1.2.3', environment: 'test', uptimeSeconds: expect.any(Number),
      checks: {
        database: { status: 'ok', needed: true, milliseconds: expect.any(Number), details: { cacheHitRatio: expect.any(Number), pool: { total: 1, waiting: 0 } } },
        redis: { status: 'ok', needed: false },
      },
      latencies: { http: { count: expect.any(Number), averageMs: expect.any(Number), p50Ms: expect.any(Number), p95Ms: expect.any(Number), p99Ms: expect.any(Number) } },
    });
    expect(JSON.stringify(body)).not.toMatch(/postgres:|redis:|password/);
  });
});

describe('readiness', () => {
  it('says no before the end of the start and from the begin of the stop; liveness says yes all the time', async () => {
    const { health, get } = await serve(pool, redis);
    health.setAccepting(false);
    expect(await get('/health/ready')).toEqual({ status: 503, body: { status: 'failing', failing: ['accepting'] } });
    expect(await get('/health/live')).toEqual({ status: 200, body: { status: 'ok' } });
    health.setAccepting(true);
    expect((await get('/health/ready')).status).toBe(200);
  });

  it('names the database when it is away, and liveness stays', async () => {
    const nowhere = createPool({ url: 'postgres://auth_app:x@127.0.0.1:1/none', schema: 'auth', max: 1, statementTimeoutMs: 1000, logger });
    const { get } = await serve(nowhere, redis);
    expect(await get('/health/ready')).toEqual({ status: 503, body: { status: 'failing', failing: ['database'] } });
    expect((await get('/health/live')).status).toBe(200);
    await nowhere.end();
  });

  it('stays when Redis is away, which the report calls degraded', async () => {
    const nowhere = createRedis('redis://127.0.0.1:1', logger);
    const { get } = await serve(pool, nowhere);
    expect((await get('/health/ready')).status).toBe(200);
    expect((await get('/health')).body).toMatchObject({ status: 'degraded', checks: { redis: { status: 'failing' } } });
    nowhere.disconnect();
  });
});

describe('the management port', () => {
  it('knows nothing else', async () => {
    const { get } = await serve(pool, redis);
    expect((await get('/admin')).status).toBe(404);
  });
});

describe('Redis that is away', () => {
  it('fails a command at once instead of keeping it', async () => {
    const nowhere = createRedis('redis://127.0.0.1:1', logger);
    const startedAt = performance.now();
    await expect(nowhere.get('x')).rejects.toThrow();
    expect(performance.now() - startedAt).toBeLessThan(500);
    nowhere.disconnect();
  });
});

describe('a check that never answers', () => {
  it('fails before the prober loses patience', async () => {
    const { health, get } = await serve(pool, redis);
    health.add({ name: 'hanging', needed: true, run: () => new Promise(() => undefined) });
    expect(await get('/health/ready')).toEqual({ status: 503, body: { status: 'failing', failing: ['hanging'] } });
  });
});

describe('the metrics of what is behind a service', () => {
  it('tell what the database and Redis count, by the names of the usual exporters, and whether the checks pass', async () => {
    const { health } = await serve(pool, redis);
    health.add({ name: 'other', needed: false, run: () => Promise.reject(new Error('away')) });
    watchHealth(health);
    watchPool(pool, { waiting: 0 });
    watchDatabaseServer(pool);
    watchRedisServer(redis);
    const text = await registry.metrics();
    expect(text).toMatch(/^pg_stat_database_blks_hit\{datname="\w+"\} \d+$/m);
    expect(text).toMatch(/^pg_database_size_bytes\{datname="\w+"\} [1-9]\d+$/m);
    expect(text).toMatch(/^redis_connected_clients [1-9]\d*$/m);
    expect(text).toMatch(/^# TYPE redis_commands_processed_total counter\nredis_commands_processed_total \d+$/m);
    // Nobody waits but the questions of these metrics themselves.
    expect(text).toContain('db_pool_connections{state="waiting"} 0');
    expect(text).toContain('health_check_up{check="database",needed="true"} 1');
    expect(text).toContain('health_check_up{check="other",needed="false"} 0');
  });

  it('are absent, not stale, when nobody answers, and hold nothing up', async () => {
    let answers = true;
    watchFigures({ names: { figures_of_a_test: 'Test' }, ask: () => (answers ? Promise.resolve({ figures_of_a_test: 7 }) : new Promise(() => undefined)) });
    expect(await registry.getSingleMetricAsString('figures_of_a_test')).toContain('figures_of_a_test 7');
    answers = false;
    await eventually(async () => expect(await registry.getSingleMetricAsString('figures_of_a_test')).not.toContain('figures_of_a_test 7'), 10_000);
  });
});
