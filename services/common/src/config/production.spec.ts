import { describe, expect, it } from '@jest/globals';
import { productionProblems } from './production.js';

const good = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://crm.example.com',
  DATABASE_URL: 'postgresql://auth_app:Vb3k9Zq7LmX2rT8w@db.internal:5432/crm_vision',
  REDIS_URL: 'redis://:Vb3k9Zq7LmX2rT8w@redis.internal:6379',
  AUTH_GRPC_URL: 'dns:///crm-auth-grpc.crm.svc.cluster.local.:50051',
  CORS_ORIGINS: ['https://localhost.example.com'],
  HTTP_HOST: '0.0.0.0',
};
const local = 'Must not be localhost in production.';
const weak = 'Its password must have 16 characters and none of the usual words.';
const missing = 'Must have a password in production, between the user and the @.';
const plain = 'Its user may have letters, digits and underscores only.';
const settings = 'May say after the question mark how to connect, and not as whom or where.';
const tls = 'Must not go on without TLS: leave sslmode out, or say require or more.';
const role = "Must be the service's own role, not one that sees all workspaces.";

describe('productionProblems', () => {
  it('has nothing to say about what production needs, nor about a laptop', () => {
    expect(productionProblems(good)).toEqual([]);
    expect(productionProblems({ ...good, NODE_ENV: 'development', PUBLIC_URL: 'http://localhost:3000', DATABASE_URL: 'postgresql://postgres:x@127.0.0.1/x' })).toEqual([]);
    expect(productionProblems({ ...good, REDIS_URL: 'rediss://:Vb3k9Zq7LmX2rT8w@redis.internal:6379', SENTRY_DSN: undefined })).toEqual([]);
  });

  it.each(['postgresql://auth_app:Vb3k9Zq7LmX2rT8w@db/crm?sslmode=verify-full&sslrootcert=/etc/ca.crt', 'postgresql://auth_app:Vb3k9Zq7LmX2rT8w@localhostess.example/crm',
    'postgresql://auth_app:Vb3k9Zq7LmX2rT8w@[fd00::1]:5432/crm', 'postgresql://auth_app:Vb3k9Zq7LmX2rT8w@12.7.0.1/crm', 'postgresql://auth_app:Vb3k9Zq7LmX2rT8w@10.0.0.1/crm'])('takes %s', (DATABASE_URL) => {
    expect(productionProblems({ ...good, DATABASE_URL })).toEqual([]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ PUBLIC_URL: 'https://localhost' }, `PUBLIC_URL: ${local}`],
    [{ PUBLIC_URL: 'http://crm.example.com' }, 'PUBLIC_URL: Must begin with https:// in production.'],
    [{ AUTH_GRPC_URL: '127.0.0.1:50051' }, `AUTH_GRPC_URL: ${local}`],
    [{ AUTH_GRPC_URL: 'dns:///localhost:50051' }, `AUTH_GRPC_URL: ${local}`],
    [{ AUTH_GRPC_URL: 'ipv4:10.0.0.1:1,127.0.0.1:2' }, `AUTH_GRPC_URL: ${local}`],
    [{ CORS_ORIGINS: ['https://a.example', 'http://localhost:5173'] }, `CORS_ORIGINS: ${local}`],
    [{ SENTRY_DSN: 'http://key@[::1]:9000/1' }, `SENTRY_DSN: ${local}`],
    [{ REDIS_URL: 'redis://:Vb3k9Zq7LmX2rT8w@0.0.0.0:6379' }, `REDIS_URL: ${local}`],
    [{ REDIS_URL: 'redis://:short@redis.internal:6379' }, `REDIS_URL: ${weak}`],
    [{ DATABASE_URL: 'postgresql://auth_app:my-Password-is-long@db/crm' }, `DATABASE_URL: ${weak}`],
    [{ DATABASE_URL: 'postgresql://postgres:Vb3k9Zq7LmX2rT8w@db/crm' }, `DATABASE_URL: ${role}`],
    [{ DATABASE_URL: 'postgresql://crm_vision:Vb3k9Zq7LmX2rT8w@db/crm' }, `DATABASE_URL: ${role}`],
    [{ DATABASE_URL: 'postgresql://auth_app@db/crm' }, `DATABASE_URL: ${missing}`],
    [{ DATABASE_URL: 'postgresql://auth_app:@db/crm' }, `DATABASE_URL: ${missing}`],
    [{ DATABASE_URL: 'postgresql://db.internal/crm' }, `DATABASE_URL: ${missing}`],
    [{ REDIS_URL: 'rediss://redis.internal:6379' }, `REDIS_URL: ${missing}`],
    [{ REDIS_URL: 'redis://default@redis.internal:6379' }, `REDIS_URL: ${missing}`],
    [{ REDIS_URL: 'redis://:Vb3k9Zq7LmX2rT8w@redis.internal:6379?host=other.internal' }, `REDIS_URL: ${settings}`],
    [{ DATABASE_URL: 'postgresql://%70ostgres:Vb3k9Zq7LmX2rT8w@db/crm' }, `DATABASE_URL: ${plain}`],
    [{ DATABASE_URL: 'postgresql://auth_app:change%6De-0123456@db/crm' }, `DATABASE_URL: ${weak}`],
    ...['user=postgres', 'password=changeme', 'host=127.0.0.1', 'us%65r=postgres', 'sslmode=require&user=postgres', 'options=-c%20role%3Dpostgres', 'x'].map(
      (query): [Record<string, unknown>, string] => [{ DATABASE_URL: `${good.DATABASE_URL}?${query}` }, `DATABASE_URL: ${settings}`]),
    ...['disable', 'allow', 'prefer', 'DISABLE'].map((mode): [Record<string, unknown>, string] => [{ DATABASE_URL: `${good.DATABASE_URL}?sslmode=${mode}` }, `DATABASE_URL: ${tls}`]),
    ...['localhost.', 'LOCALHOST', 'db.localhost', 'localhost.localdomain', 'ip6-localhost', '127.1', '127.0.1', '0', '0.0.0.0', '2130706433', '0x7f000001', '0x7f.1', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]',
      '[::ffff:127.0.0.1]', '[::ffff:7f00:1]'].map((host): [Record<string, unknown>, string] => [{ AUTH_GRPC_URL: `dns:///${host}:50051` }, `AUTH_GRPC_URL: ${local}`]),
  ])('refuses %j', (bad, sentence) => {
    expect(productionProblems({ ...good, ...bad })).toEqual([sentence]);
  });
});
