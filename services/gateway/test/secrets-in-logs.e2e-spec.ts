import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Collector, startCollector } from '@crm-vision/common/testing';
import type { Route } from '../src/http/route.js';
import { routes } from '../src/routes.js';
import { textFields } from './generated/nasty-texts.js';
import { addressOf, type Sample, sampleOf, withValue } from './generated/samples.js';
import { parametersOf } from './generated/schema.js';
import { buildWorld, type World } from './generated/world.js';
import { send } from './stack/http.js';
import { newEmail, PASSWORD, Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

/** No word of ours; whatever holds it got it from a request. */
const MARK = 'zqxjkvmark';
const EMAIL = `${MARK}@example.com`;
let collector: Collector;
let stack: Stack;
let world: World;
beforeAll(async () => {
  collector = await startCollector();
  const everywhere = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}`, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', SENTRY_DSN: `http://key@127.0.0.1:${collector.port}/42`, LOG_LEVEL: 'debug' };
  stack = await startStack({ worker: true, everywhere });
  world = await buildWorld(await signUp(stack.origin), 'Own');
  const asked = routes.filter(({ contentType }) => contentType !== 'text/event-stream').toSorted(({ method }) => (method === 'DELETE' ? 1 : -1));
  for (const route of asked) await askAll(route);
  await failInTheDatabase();
}, 120_000);
afterAll(() => collector.stop());

/** The mark in every place: of what is taken and kept, and of what is refused. */
function samplesOf(route: Route): Sample[] {
  const good = sampleOf(route, world);
  const places = textFields(route);
  const marked = (sample: Sample, place: string): Sample => ({ ...sample, body: withValue(sample.body, place, /email/i.test(place) ? EMAIL : `${MARK} ${place}`) });
  const names = (where: 'path' | 'query'): string[] => parametersOf(route, where).map(({ name }) => name);
  const [inPath, inQuery] = [names('path'), names('query')].map((all) => Object.fromEntries(all.map((name) => [name, MARK])));
  return [
    good,
    ...(places.length > 0 ? [places.reduce(marked, good)] : []),
    ...(Object.keys(good.path).length > 0 ? [{ ...good, path: { ...good.path, ...inPath } }] : []),
    { ...good, query: { ...good.query, ...inQuery, [MARK]: MARK } },
  ];
}

/** By a stranger with marked credentials, and by somebody who is signed in and stays so. */
async function askAll(route: Route): Promise<void> {
  const [good, ...rest] = samplesOf(route);
  const stranger = { Cookie: `crm_session=${MARK}`, Authorization: `Bearer ${MARK}`, 'X-CSRF-Token': MARK, 'X-Workspace-Id': MARK };
  const ask = (headers: Record<string, string>) => (sample: Sample) => send(stack.origin, {
    method: route.method, path: addressOf(route, sample), ...(sample.body !== undefined && { body: JSON.stringify(sample.body) }),
    headers: { 'Content-Type': 'application/json', Referer: `http://localhost/${MARK}?q=${MARK}`, 'Idempotency-Key': `${MARK}-${crypto.randomUUID()}`, ...headers },
  });
  if (good) await ask(stranger)(good);
  if (route.id === 'signOut' || route.id === 'revokeSession') return;
  await Promise.all(rest.map(ask(world.person.headers(route.method))));
}

/** What nobody expected: PostgreSQL tells the whole row that it refused. */
async function failInTheDatabase(): Promise<void> {
  const { person } = world;
  await person.post('/api/v1/auth/sign-up', { email: EMAIL, password: PASSWORD, name: MARK, workspaceName: MARK });
  await person.post('/api/v1/auth/sign-up', { email: EMAIL, password: PASSWORD, name: MARK, workspaceName: MARK });
  await stack.database.sql("alter table crm.company add constraint refused check (name <> 'zqxjkvmark refused') not valid; alter table auth.users add constraint refused check (name <> 'zqxjkvmark refused') not valid");
  const owner = await signUp(stack.origin);
  const statuses = [
    await owner.post('/api/v1/companies', { name: `${MARK} refused` }),
    await new Person(stack.origin).post('/api/v1/auth/sign-up', { email: newEmail(), password: PASSWORD, name: `${MARK} refused`, workspaceName: MARK }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([500, 500]);
}

/** Where the mark is found, with what stands before it. */
const found = (text: string): string[] => [...text.matchAll(new RegExp(`.{0,120}${MARK}.{0,20}`, 'gi'))].map(([place]) => place).slice(0, 10);

describe('what people type and what lets them in is in no', () => {
  let [logs, metrics, postgresLog] = ['', '', ''];
  beforeAll(async () => {
    const ports = stack.services().map(async (service) => String((await service.line('Ready'))['managementPort']));
    metrics = (await Promise.all(ports.map(async (port) => (await fetch(`http://127.0.0.1:${await port}/metrics`)).text()))).join('\n');
    const [where] = await stack.database.sql<{ data_directory: string }>('show data_directory');
    await stack.stop();
    logs = stack.services().map((service) => service.output()).join('\n');
    postgresLog = fs.readFileSync(path.join(where?.data_directory ?? '', '..', 'postgres.log'), 'utf8');
  }, 60_000);

  it('log line of a service', () => {
    expect(logs).toMatch(/"msg":"A request failed"/);
    expect(logs).toMatch(/"code":"23514"/);
    expect(found(logs)).toEqual([]);
  });

  it('log line of PostgreSQL', () => {
    expect(postgresLog).toMatch(/violates check constraint "refused"/);
    expect(found(postgresLog)).toEqual([]);
  });

  it('trace or report of an error', () => {
    const bodies = collector.received.map(({ body }) => body).join('\n');
    expect(bodies).toContain('violates check constraint');
    expect(bodies).toContain('createCompany');
    expect(found(bodies)).toEqual([]);
  });

  it('label of a metric', () => {
    expect(metrics).toContain('createCompany');
    expect(found(metrics)).toEqual([]);
  });
});
