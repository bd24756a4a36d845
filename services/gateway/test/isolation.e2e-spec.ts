import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routes } from '../src/routes.js';
import { buildWorld, kindAt, MARKER, type World } from './generated/world.js';
import { addressOf, idPlaces, sampleOf, withId } from './generated/samples.js';
import { parametersOf } from './generated/schema.js';
import type { Reply } from './stack/http.js';
import { invite, type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';
import type { Route } from '../src/http/route.js';

let stack: Stack;
let own: World;
let foreign: World;
let people: Record<string, Person>;
let before: Record<string, string>;
beforeAll(async () => {
  stack = await startStack();
  const [owner, stranger] = await Promise.all([signUp(stack.origin), signUp(stack.origin, MARKER)]);
  const [admin, member, viewer] = await Promise.all([invite(owner, 'admin'), invite(owner, 'member'), invite(owner, 'viewer')]);
  people = { owner, admin, member, viewer };
  [own, foreign] = await Promise.all([buildWorld(owner, 'Own'), buildWorld(stranger)]);
  before = await fingerprint(foreign.person.workspaceId);
});
afterAll(() => stack.stop());

/** Each table's rows of a workspace, as a hash. */
async function fingerprint(workspaceId: string): Promise<Record<string, string>> {
  const tables = await stack.database.sql<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
      join information_schema.tables using (table_schema, table_name) where column_name = 'workspace_id' and table_schema in ('auth', 'crm') and table_type = 'BASE TABLE'`);
  const hashes = await Promise.all(tables.map(async ({ name }) => {
    const [row] = await stack.database.sql<{ hash: string }>(`select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as hash from ${name} t where workspace_id = $1`, [workspaceId]);
    return [name, row?.hash ?? ''];
  }));
  return Object.fromEntries(hashes) as Record<string, string>;
}

const sameRequestId = { 'X-Request-Id': 'the-same-request-id' };
const behindSession = routes.filter(({ access, contentType }) => access !== 'public' && contentType === undefined);
const roles = ['owner', 'admin', 'member', 'viewer'];
/** Ending the caller's own session or account is nobody else's business. */
const withPlaces = behindSession.filter((route) => idPlaces(route).length > 0);
const reads = behindSession.filter(({ method }) => method === 'GET');

function ask(route: Route, person: Person, sample: ReturnType<typeof sampleOf>): Promise<Reply> {
  return person.call(route.method, addressOf(route, sample), sample.body, sameRequestId);
}

/** The same bytes, but for the id that the caller sent. */
const bytes = ({ status, text }: Reply, id: string): string => `${status} ${text.replaceAll(id, '<id>')}`;

describe.each(roles)('as %s', (role) => {
  it.each(withPlaces.map((route) => [route.id, route] as const))('%s: an id of another workspace is an id that does not exist', async (_id, route) => {
    const person = people[role] as Person;
    const sample = sampleOf(route, own);
    for (const place of idPlaces(route)) {
      const foreignId = foreign.ids[kindAt(route.path, place.split('.').slice(1).join('.'))];
      const unknownId = crypto.randomUUID();
      const theirs = await ask(route, person, withId(sample, place, foreignId));
      const nobodys = await ask(route, person, withId(sample, place, unknownId));
      expect({ place, status: theirs.status }).toEqual({ place, status: nobodys.status });
      if (theirs.status >= 400) expect(bytes(theirs, foreignId)).toBe(bytes(nobodys, unknownId));
      if (place.startsWith('path.') && ![403, 404].includes(theirs.status)) throw new Error(`${place}: ${theirs.text}`);
      if (place.startsWith('path.') && route.method === 'GET' && role === 'owner') expect(theirs.status).toBe(404);
      expect(theirs.text).not.toContain(MARKER);
    }
  });

  it.each(reads.map((route) => [route.id, route] as const))('%s: shows nothing of another workspace, and counts nothing', async (_id, route) => {
    const person = people[role] as Person;
    const sample = sampleOf(route, own);
    const names = new Set(parametersOf(route, 'query').map(({ name }) => name));
    const queries: Record<string, string>[] = [{ ...sample.query, ...(names.has('count') && { count: 'true' }), ...(names.has('q') && { q: MARKER.slice(0, 5) }) }];
    for (const field of ['id', 'ownerId', 'companyId', 'stageId', 'assigneeId', 'createdBy']) {
      const kind = field === 'id' ? undefined : field === 'createdBy' ? 'user' : kindAt(route.path, field);
      if (names.has('filter')) queries.push({ count: 'true', filter: JSON.stringify({ field, op: 'eq', value: kind ? foreign.ids[kind] : foreign.ids.company }) });
    }
    for (const name of ['name', 'email', 'domain']) if (names.has(name)) queries.push({ [name]: `${MARKER.toLowerCase()}@example.com` });
    for (const query of queries) {
      const reply = await ask(route, person, { ...sample, query });
      expect([200, 400, 403, 404]).toContain(reply.status);
      expect(reply.text).not.toContain(MARKER);
      expect(reply.text).not.toContain(MARKER.toLowerCase() + '-');
      if (query['filter'] && reply.status === 200 && 'count' in reply.json()) expect(reply.json()).toMatchObject({ items: [], count: { value: 0, exact: true } });
    }
  });
});

describe('X-Workspace-Id', () => {
  it.each(routes.filter(({ access }) => access !== 'public').map((route) => [route.id, route] as const))('%s: a workspace of others is none', async (_id, route) => {
    const { person } = own;
    const sample = sampleOf(route, foreign);
    const askAs = (workspaceId: string) => person.call(route.method, addressOf(route, sample), sample.body, { ...sameRequestId, 'X-Workspace-Id': workspaceId });
    const theirs = await askAs(foreign.person.workspaceId);
    expect(theirs.json()).toMatchObject({ status: 404, code: 'WORKSPACE_NOT_FOUND' });
    expect(theirs.text).toBe((await askAs(crypto.randomUUID())).text);
  });
});

it('not one row of the other workspace has changed', async () => {
  expect(Object.keys(before).length).toBeGreaterThan(10);
  expect(await fingerprint(foreign.person.workspaceId)).toEqual(before);
});
