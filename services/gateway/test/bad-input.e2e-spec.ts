import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import type { Route } from '../src/http/route.js';
import { routes } from '../src/routes.js';
import { badBodies } from './generated/bad-bodies.js';
import { nastyBodies, NASTY_TEXTS, textFields } from './generated/nasty-texts.js';
import { addressOf, type Sample, sampleOf } from './generated/samples.js';
import { bodyOf, parametersOf } from './generated/schema.js';
import { buildWorld, type World } from './generated/world.js';
import type { Reply } from './stack/http.js';
import { COOKIE, type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

const MEGABYTE = 1024 * 1024;
let stack: Stack;
let world: World;
let foreign: World;
let person: Person;
beforeAll(async () => {
  stack = await startStack();
  [world, foreign] = await Promise.all([buildWorld(await signUp(stack.origin), 'Own'), buildWorld(await signUp(stack.origin))]);
  person = world.person;
});
afterAll(() => stack.stop());

interface Problem { status: number; code: string; errors?: { field: string; code: string; message: string }[] }

const named = (some: readonly Route[]): (readonly [string, Route])[] => some.map((route) => [route.id, route] as const);
const withBody = routes.filter((route) => bodyOf(route) !== undefined);
const writes = routes.filter(({ method }) => method !== 'GET');
const behindSession = routes.filter(({ access }) => access !== 'public');
const lists = routes.filter((route) => parametersOf(route, 'query').some(({ name }) => name === 'cursor'));
const filtered = lists.filter((route) => parametersOf(route, 'query').some(({ name }) => name === 'filter'));
const json = { 'Content-Type': 'application/json' };

/** "emails.email" of a schema is "emails[0].email" in an answer. */
const plainName = (field: string): string => field.replaceAll(/\[\d+\]/g, '');

function expectNamed(reply: Reply, field: string, what: string): void {
  const problem = reply.json<Problem>();
  const fields = problem.errors?.map((error) => plainName(error.field)) ?? [];
  const isNamed = fields.some((name) => name === field || name.startsWith(`${field}.`) || field.startsWith(`${name}.`));
  expect({ what, status: reply.status, fields, isNamed }).toEqual({ what, status: 400, fields, isNamed: true });
}

/** Whatever cookies an answer sets, the next request has the session of before. */
const visitor = (): Person => person.at(stack.origin);
const send = (route: Route, sample: Sample, headers: Record<string, string> = {}) => visitor().call(route.method, addressOf(route, sample), sample.body, headers);
const sendRaw = (route: Route, body: string | Buffer, headers: Record<string, string>) => visitor().raw(route.method, addressOf(route, sampleOf(route, world)), body, headers);
const withQuery = (route: Route, query: Record<string, string>): Promise<Reply> => {
  const sample = sampleOf(route, world);
  return send(route, { ...sample, query: { ...sample.query, ...query } });
};

describe.each(named(routes.filter((route) => parametersOf(route, 'path').length > 0)))('the address of %s', (_id, route) => {
  it('400: what is no id is named', async () => {
    for (const { name } of parametersOf(route, 'path')) {
      for (const value of ['x', '1', '%00', '\u0000', 'ü'.repeat(50), "' or 1=1", '../x', 'x'.repeat(3000)]) {
        const sample = sampleOf(route, world);
        const reply = await send(route, { ...sample, path: { ...sample.path, [name]: value } });
        if (name === 'token' && value.length > 20 && value.length < 200) continue;
        expectNamed(reply, name, value);
      }
    }
  });
});

describe.each(named(routes))('the query of %s', (_id, route) => {
  it('400: a parameter that nobody knows, one given twice, one of another form', async () => {
    if (route.contentType === undefined || route.query) expectNamed(await withQuery(route, { nope: '1' }), 'nope', 'unknown');
    for (const { name } of parametersOf(route, 'query')) {
      const sample = sampleOf(route, world);
      const address = addressOf(route, { ...sample, query: { ...sample.query, [name]: '1' } });
      expectNamed(await visitor().call(route.method, `${address}&${name}=2`, sample.body), name, `${name} twice`);
      expectNamed(await withQuery(route, { [name]: 'a\u0000b' }), name, `NUL in ${name}`);
      expectNamed(await withQuery(route, { [name]: 'x'.repeat(5000) }), name, `${name} too long`);
    }
  });

  it('400: limits that are negative, nothing, huge or no number', async () => {
    if (!parametersOf(route, 'query').some(({ name }) => name === 'limit')) return;
    for (const limit of ['-1', '0', '201', '999999999999999999999', 'NaN', '1.5', 'x', '0x10', '1e9']) expectNamed(await withQuery(route, { limit }), 'limit', limit);
  });
});

describe.each(named(lists))('cursors of %s', (_id, route) => {
  it('400: forged, cut, changed, or made for another list or workspace', async () => {
    const listing = sampleOf(route, foreign);
    const foreignPage = await foreign.person.get(addressOf(route, { ...listing, query: { ...listing.query, limit: '1' } }));
    const { nextCursor } = foreignPage.json<{ nextCursor?: string | null }>();
    const made = nextCursor ? [nextCursor, nextCursor.slice(0, -3), `${nextCursor}AA`] : [];
    for (const cursor of ['x', '🙂', 'e30', Buffer.from('{"a":1}').toString('base64url'), 'A'.repeat(200), ...made]) {
      const reply = await withQuery(route, { cursor });
      expect({ cursor, ...reply.json() }).toMatchObject({ cursor, status: 400, code: expect.stringMatching(/^INVALID_CURSOR$|^INVALID_ARGUMENT$/) });
      expectNamed(reply, 'cursor', cursor);
    }
  });
});

describe.each(named(filtered))('filters of %s', (_id, route) => {
  const condition = { field: 'createdAt', op: 'gt', value: '2026-01-01T00:00:00.000Z' };
  const nested = (depth: number): unknown => (depth === 0 ? condition : { and: [nested(depth - 1)] });
  it.each([
    ['no JSON', '{'], ['a word', '"x"'], ['nothing', '{}'], ['two forms at once', JSON.stringify({ and: [condition], or: [condition] })], ['an unknown operator', JSON.stringify({ ...condition, op: 'like' })],
    ['an unknown field', JSON.stringify({ field: 'nope', op: 'eq', value: 'x' })], ['a field of the database', JSON.stringify({ field: 'workspace_id', op: 'eq', value: 'x' })],
    ['SQL', JSON.stringify({ field: "name'; drop table company; --", op: 'eq', value: 'x' })], ['a value of another type', JSON.stringify({ field: 'createdAt', op: 'eq', value: 'soon' })],
    ['no value', JSON.stringify({ field: 'createdAt', op: 'eq' })], ['a list for one', JSON.stringify({ field: 'createdAt', op: 'eq', value: ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'] })],
    ['one for a pair', JSON.stringify({ field: 'createdAt', op: 'between', value: ['2026-01-01T00:00:00.000Z'] })], ['an object as value', JSON.stringify({ field: 'createdAt', op: 'eq', value: { a: 1 } })],
    ['six levels', JSON.stringify(nested(6))], ['hundreds of levels', `${'{"and":['.repeat(250)}${JSON.stringify(condition)}${']}'.repeat(250)}`],
    ['51 conditions', JSON.stringify({ and: Array.from({ length: 51 }, () => condition) })], ['NUL', JSON.stringify({ field: 'name', op: 'contains', value: 'a\u0000b' })],
  ])('400: %s', async (what, filter) => {
    expectNamed(await withQuery(route, { filter }), 'filter', what);
  });

  it('400: sorting by what is no field', async () => {
    if (!parametersOf(route, 'query').some(({ name }) => name === 'sort')) return;
    for (const sort of ['nope', '-nope', 'name;drop', 'a,b,c,d', '', 'workspace_id', 'constructor', '__proto__']) expectNamed(await withQuery(route, { sort }), 'sort', sort);
  });
});

describe.each(named(writes))('the body of %s', (_id, route) => {
  it('400: each field of a wrong type, too long, missing, or unknown is named', async () => {
    const sample = sampleOf(route, world);
    for (const { what, body, field } of badBodies(route, sample.body)) expectNamed(await send(route, { ...sample, body }), field, what);
  });

  it('4xx: what is no JSON, no UTF-8, too deep, too large or of another type', async () => {
    const bad: [status: number, what: string, body: string | Buffer, headers: Record<string, string>][] = [
      [400, 'half of an object', '{"name":', json],
      [400, 'broken UTF-8', Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]), json],
      [400, 'deep nesting', `{"custom":${'['.repeat(1000)}${']'.repeat(1000)}}`, json],
      [413, '1 MB and a byte', `{"name":"${'a'.repeat(MEGABYTE - 10)}"}`, json],
      [415, 'what is compressed', gzipSync('{}'), { ...json, 'Content-Encoding': 'gzip' }],
      [415, 'text', '{}', { 'Content-Type': 'text/plain' }],
      [415, 'a form', 'a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }],
      [415, 'another encoding', '{}', { ...json, 'Content-Encoding': 'compress' }],
      [415, 'another character set', '{}', { 'Content-Type': 'application/json; charset=utf-7' }],
    ];
    for (const [status, what, body, headers] of bad) {
      const reply = await sendRaw(route, body, headers);
      expect({ what, status: reply.status }).toEqual({ what, status });
    }
  });
});

describe('a small request that would be much work', () => {
  const problemOf = (reply: Reply): [number, string] => [reply.status, reply.json<Problem>().code];
  const company = '/api/v1/companies';

  it('415: compressed, with and without a session', async () => {
    const bomb = gzipSync('[],'.repeat(350_000));
    expect(bomb.length).toBeLessThan(2000);
    for (const address of [company, '/api/v1/auth/sign-in']) expect((await visitor().raw('POST', address, bomb, { ...json, 'Content-Encoding': 'gzip' })).status).toBe(415);
  });

  it('400: more values than any route takes, before they are parsed', async () => {
    const body = `{"name":"x","tags":[${'[],'.repeat(340_000)}[]]}`;
    expect(problemOf(await visitor().raw('POST', company, body, json))).toEqual([400, 'BODY_TOO_COMPLEX']);
    expect(problemOf(await visitor().raw('POST', company, `{"name":"x","tags":[${'1,'.repeat(4995)}1]}`, json))).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('413: 4 KB and a byte from somebody without a session', async () => {
    const body = (bytes: number): string => `{"email":"a@b.example","password":"${'x'.repeat(bytes - 37)}"}`;
    expect(problemOf(await visitor().raw('POST', '/api/v1/auth/sign-in', body(4097), json))).toEqual([413, 'BODY_TOO_LARGE']);
    expect(problemOf(await visitor().raw('POST', '/api/v1/auth/sign-in', body(4096), json))).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('is answered with 20 mistakes at most, and names of fields that somebody can read', async () => {
    const body = JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_none, index) => [`${index}-${'a'.repeat(900)}`, index])));
    const reply = await visitor().raw('POST', company, body, json);
    expect(reply.json<Problem>().errors).toHaveLength(20);
    expect(reply.text.length).toBeLessThan(10_000);
  });
});

describe.each(named(withBody.filter((route) => textFields(route).length > 0)))('texts in %s', (_id, route) => {
  it('takes or refuses them, and never breaks', async () => {
    const sample = sampleOf(route, world);
    for (const text of NASTY_TEXTS) {
      for (const body of nastyBodies(route, sample.body, text)) {
        const reply = await send(route, { ...sample, body });
        if (reply.status >= 500) throw new Error(`${text} -> ${reply.text}`);
      }
    }
  });
});

describe.each(named(behindSession))('the caller of %s', (_id, route) => {
  it('401 without a session or with a forged one; 403 without the CSRF token or from another site; 400 for headers of another form', async () => {
    const sample = sampleOf(route, world);
    for (const Cookie of ['', `${COOKIE}=${'A'.repeat(43)}`, `${COOKIE}=`, `__Host-${COOKIE}=${person.cookie}`, `${COOKIE}=${person.cookie}x`]) {
      expect((await visitor().call(route.method, addressOf(route, sample), sample.body, { Cookie, Authorization: 'Bearer x' })).status).toBe(401);
    }
    for (const given of ['x', `${person.workspaceId}'`]) expectNamed(await send(route, sample, { 'X-Workspace-Id': given }), 'X-Workspace-Id', given);
    if (route.method === 'GET') return;
    for (const token of ['', 'x', 'A'.repeat(43)]) expect((await send(route, sample, { 'X-CSRF-Token': token })).json()).toMatchObject({ status: 403, code: 'CSRF_TOKEN_INVALID' });
    expect((await send(route, sample, { Origin: 'https://evil.example' })).json()).toMatchObject({ status: 403, code: 'FOREIGN_ORIGIN' });
    for (const key of ['with space', 'x'.repeat(201)]) expectNamed(await send(route, sample, { 'Idempotency-Key': key }), 'Idempotency-Key', key);
  });
});

it('431: an address that is too long is a problem like any other', async () => {
  const reply = await person.get(`/api/v1/companies?filter=${'x'.repeat(20_000)}`);
  expect(reply.json()).toMatchObject({ status: 431, code: 'HEADERS_TOO_LARGE', requestId: reply.headers['x-request-id'] });
});

it('after all this the gateway has logged no failure of its own', () => {
  const lines = stack.gateways.flatMap((gateway) => gateway.output().split('\n')).filter((line) => line.includes('"level":"error"'));
  expect(lines).toEqual([]);
});
