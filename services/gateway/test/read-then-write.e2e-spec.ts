import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Route } from '../src/http/route.js';
import { routes } from '../src/routes.js';
import { addressOf, sampleOf } from './generated/samples.js';
import { bodyOf } from './generated/schema.js';
import { buildWorld, type World } from './generated/world.js';
import { invite, type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

let stack: Stack;
let world: World;
let owner: Person;
let member: Person;
beforeAll(async () => {
  stack = await startStack({ gateway: { SESSION_CACHE_MS: '0' } });
  owner = await signUp(stack.origin);
  world = await buildWorld(owner, 'Own');
  member = await invite(owner, 'member');
});
afterAll(() => stack.stop());

type Json = Record<string, unknown>;

/** What is to be seen at the address of a PATCH: by itself, or in the session or the list that shows it. */
const reads: Readonly<Record<string, () => Promise<Json>>> = {
  updateUser: async () => (await owner.get('/api/v1/session')).json<{ user: Json }>().user,
  updateWorkspace: async () => (await owner.get('/api/v1/session')).json<{ workspace: Json }>().workspace,
  updateMember: async () => (await owner.get('/api/v1/members')).json<{ items: Json[] }>().items.find(({ userId }) => userId === member.userId) ?? {},
};
const patches = routes.filter(({ method }) => method === 'PATCH');

function address(route: Route): string {
  const sample = sampleOf(route, world);
  return addressOf(route, { ...sample, path: route.id === 'updateMember' ? { userId: member.userId } : sample.path });
}

async function read(route: Route): Promise<Json> {
  return reads[route.id]?.() ?? (await owner.get(address(route))).json();
}

it('there are such routes', () => expect(patches.length).toBeGreaterThan(8));

describe.each(patches.map((route) => [route.id, route] as const))('%s', (_id, route) => {
  it('takes what was read just now, and changes nothing', async () => {
    const before = await read(route);
    const reply = await owner.patch(address(route), before);
    expect({ status: reply.status, text: reply.text }).toEqual({ status: 200, text: expect.any(String) });
    const stamps = { version: expect.anything(), updatedAt: expect.anything(), updatedBy: expect.anything() };
    expect(await read(route)).toEqual({ ...before, ...Object.fromEntries(Object.entries(stamps).filter(([name]) => name in before)) });
  });

  it('names a field that nobody writes and that was changed', async () => {
    const before = await read(route);
    const writable = Object.keys(bodyOf(route)?.properties ?? {});
    const readOnly = Object.keys(before).filter((field) => !writable.includes(field));
    expect(readOnly.length).toBeGreaterThan(0);
    for (const field of readOnly) {
      const reply = await owner.patch(address(route), { ...before, [field]: 'another value' });
      expect(reply.json()).toMatchObject({ status: 400, errors: [{ field, code: 'READ_ONLY' }] });
    }
  });

  it('says that a version is stale, as ever', async () => {
    const before = await read(route);
    if (!('version' in before)) return;
    expect((await owner.patch(address(route), { ...before, version: Number(before['version']) + 1 })).json()).toMatchObject({ status: 409, code: 'STALE_VERSION' });
  });
});
