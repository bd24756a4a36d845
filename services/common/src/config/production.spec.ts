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
const role = "Must be the service's own role, not one that sees all workspaces.";

describe('productionProblems', () => {
  it('has nothing to say about what production needs, nor about a laptop', () => {
    expect(productionProblems(good)).toEqual([]);
    expect(productionProblems({ ...good, NODE_ENV: 'development', PUBLIC_URL: 'http://localhost:3000', DATABASE_URL: 'postgresql://postgres:x@127.0.0.1/x' })).toEqual([]);
    expect(productionProblems({ ...good, REDIS_URL: 'rediss://redis.internal:6379', SENTRY_DSN: undefined })).toEqual([]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ PUBLIC_URL: 'https://localhost' }, `PUBLIC_URL: ${local}`],
    [{ PUBLIC_URL: 'http://crm.example.com' }, 'PUBLIC_URL: Must begin with https:// in production.'],
    [{ AUTH_GRPC_URL: '127.0.0.1:50051' }, `AUTH_GRPC_URL: ${local}`],
    [{ AUTH_GRPC_URL: 'dns:///localhost:50051' }, `AUTH_GRPC_URL: ${local}`],
    [{ AUTH_GRPC_URL: 'ipv4:10.0.0.1:1,127.0.0.1:2' }, `AUTH_GRPC_URL: ${local}`],
    [{ CORS_ORIGINS: ['https://a.example', 'http://localhost:5173'] }, `CORS_ORIGINS: ${local}`],
    [{ SENTRY_DSN: 'http://key@[::1]:9000/1' }, `SENTRY_DSN: ${local}`],
    [{ REDIS_URL: 'redis://0.0.0.0:6379' }, `REDIS_URL: ${local}`],
    [{ REDIS_URL: 'redis://:short@redis.internal:6379' }, `REDIS_URL: ${weak}`],
    [{ DATABASE_URL: 'postgresql://auth_app:my-Password-is-long@db/crm' }, `DATABASE_URL: ${weak}`],
    [{ DATABASE_URL: 'postgresql://postgres:Vb3k9Zq7LmX2rT8w@db/crm' }, `DATABASE_URL: ${role}`],
    [{ DATABASE_URL: 'postgresql://crm_vision:Vb3k9Zq7LmX2rT8w@db/crm' }, `DATABASE_URL: ${role}`],
  ])('refuses %j', (bad, sentence) => {
    expect(productionProblems({ ...good, ...bad })).toEqual([sentence]);
  });
});
