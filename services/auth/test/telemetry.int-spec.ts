import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Collector, createTestDatabase, startCollector, startTestProcess, type TestDatabase, type TestProcess, testServers } from '@crm-vision/common/testing';
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { SessionServiceService, type SignUpResponse } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import path from 'node:path';
import { PASSWORD, signUpRequest } from './testing.js';

jest.setTimeout(90_000);
const main = path.resolve(import.meta.dirname, '../dist/main.js');
const TRACE = '0af7651916cd43dd8448eb211c80319c';
let database: TestDatabase;
let collector: Collector;
beforeAll(async () => {
  [database, collector] = await Promise.all([createTestDatabase(), startCollector()]);
});
afterAll(async () => {
  collector.stop();
  await database.drop();
});

function startAuth(extra: Record<string, string>, nodeOptions: string[] = []): TestProcess {
  return startTestProcess(main, {
    DATABASE_URL: database.url('auth_app'), REDIS_URL: testServers().TEST_REDIS_URL, AUTH_ENCRYPTION_KEY: Buffer.from(Array.from({ length: 48 }, (_none, byte) => byte)).toString('base64'), PUBLIC_URL: 'https://crm.example.com',
    GRPC_BIND: '127.0.0.1:0', MANAGEMENT_HOST: '127.0.0.1', MANAGEMENT_PORT: '0', RELEASE: '7.8.9', NODE_ENV: 'test', ...extra,
  }, nodeOptions);
}

async function signUp(service: TestProcess, email?: string): Promise<SignUpResponse | Error> {
  const client = new Client(`127.0.0.1:${String((await service.line('Ready'))['grpcPort'])}`, credentials.createInsecure());
  const metadata = new Metadata();
  metadata.set('traceparent', `00-${TRACE}-b7ad6b7169203331-01`);
  metadata.set('x-request-id', 'request-42');
  const { path: method, requestSerialize, responseDeserialize } = SessionServiceService.signUp;
  return new Promise((resolve) => {
    client.makeUnaryRequest(method, requestSerialize, responseDeserialize, signUpRequest(email), metadata, (error, answer) => {
      client.close();
      resolve(error ?? answer!);
    });
  });
}

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
}

interface Resource {
  resource: { attributes: { key: string; value: { stringValue?: string } }[] };
  scopeSpans: { spans: Span[] }[];
}

function resources(): Resource[] {
  return collector.received.filter((request) => request.path === '/v1/traces').flatMap(({ body }) => (JSON.parse(body) as { resourceSpans: Resource[] }).resourceSpans);
}

describe('traces', () => {
  it('go to the configured endpoint: the call under its caller, each statement under the call', async () => {
    const service = startAuth({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}`, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' });
    await signUp(service);
    expect(await service.stop()).toBe(0);
    const spans = resources().flatMap(({ scopeSpans }) => scopeSpans).flatMap((scope) => scope.spans).filter(({ traceId }) => traceId === TRACE);
    const call = spans.find(({ parentSpanId }) => parentSpanId === 'b7ad6b7169203331');
    expect(call!.name).toContain('SignUp');
    const statements = spans.filter(({ name }) => name.startsWith('pg.query'));
    expect(statements.length).toBeGreaterThan(4);
    for (const { parentSpanId } of statements) expect(parentSpanId).toBe(call!.spanId);
    const facts = Object.fromEntries(resources()[0]!.resource.attributes.map(({ key, value }) => [key, value.stringValue]));
    expect(facts).toMatchObject({ 'service.name': 'auth', 'service.namespace': 'crm-vision', 'service.version': '7.8.9' });
    expect(collector.received.map(({ body }) => body).join()).not.toContain(PASSWORD);
  });
});

describe('errors', () => {
  it('go to the configured DSN with release, request and trace, and nothing about people', async () => {
    const service = startAuth({ SENTRY_DSN: `http://key@127.0.0.1:${collector.port}/42` });
    await service.line('Ready');
    await database.sql('alter table auth.workspace rename column time_zone to gone');
    expect(await signUp(service, 'ada@example.com')).toMatchObject({ code: 13, details: 'INTERNAL' });
    await database.sql('alter table auth.workspace rename column gone to time_zone');
    expect(await service.stop()).toBe(0);
    const [envelope] = collector.received.filter((request) => request.path.startsWith('/api/42/envelope'));
    const event = envelope!.body.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>).find((line) => 'exception' in line);
    expect(event).toMatchObject({
      release: '7.8.9', environment: 'test', tags: { service: 'auth', request_id: 'request-42', route: '/crm_vision.auth.sessions.v1.SessionService/SignUp' },
      exception: { values: [{ value: expect.stringContaining('time_zone') }] },
    });
    expect(envelope!.body).not.toMatch(/ada@example\.com|Lovelace|violet kettle/);
  });
});

describe('nothing configured', () => {
  /** Tells the packages that are loaded, as far as they are of interest here. */
  const spy = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { if (/sentry.node|sdk-node|node_modules.pg.lib.index/.test(url)) console.error('loaded', url); return next(url, context); } });`;

  async function loadedBy(extra: Record<string, string>): Promise<string> {
    const service = startAuth(extra, ['--import', `data:text/javascript,${encodeURIComponent(spy)}`]);
    await service.line('Ready');
    expect(await service.stop()).toBe(0);
    return service.output();
  }

  it('loads neither of the two', async () => {
    const loaded = await loadedBy({});
    expect(loaded).toMatch(/loaded .*pg/);
    expect(loaded).not.toMatch(/loaded .*(sentry|sdk-node)/);
  });
});
