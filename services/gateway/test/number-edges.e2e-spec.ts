import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Route } from '../src/http/route.js';
import { routes } from '../src/routes.js';
import { type IntegerField, integersOf } from './generated/integers.js';
import { addressOf, sampleOf } from './generated/samples.js';
import { buildWorld, type World } from './generated/world.js';
import type { Reply } from './stack/http.js';
import { signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

let stack: Stack;
let world: World;
beforeAll(async () => {
  stack = await startStack();
  world = await buildWorld(await signUp(stack.origin));
});
afterAll(() => stack.stop());

const places = routes.flatMap((route) => integersOf(route).map((field): [string, Route, IntegerField] => [`${route.id} ${field.name}`, route, field]));

function send(route: Route, field: IntegerField, value: number): Promise<Reply> {
  const { path, query, body } = field.placed(sampleOf(route, world), value);
  return world.person.at(stack.origin).call(route.method, addressOf(route, { path, query, body }), body);
}

function named(reply: Reply): string[] {
  const { errors = [] } = reply.status === 400 ? reply.json<{ errors?: { field: string }[] }>() : {};
  return [...new Set(errors.map(({ field }) => field.replaceAll(/\[\d+\]/g, '')))];
}

describe('the integers of the API', () => {
  it('are found, so that nothing here is empty', () => {
    const names = places.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining([
      'updateCompany version', 'moveDeal version', 'updateCurrencies version', 'updateDeal probabilityOverride', 'createPipeline stages.probability', 'updatePipeline position', 'listDeals limit', 'search limit',
    ]));
    // Each route that changes a record with a version, and each page.
    expect(names.length).toBeGreaterThan(25);
  });

  it.each(places)('%s: bounded by what carries it', (_name, _route, { minimum, maximum }) => {
    expect({ minimum, maximum }).toEqual({ minimum: expect.any(Number), maximum: expect.any(Number) });
    expect(minimum).toBeGreaterThanOrEqual(-(2 ** 31));
    expect(maximum).toBeLessThan(2 ** 31);
  });

  it.each(places)('%s: takes its least and its largest, and names what is one past', async (_name, route, field) => {
    for (const within of [field.minimum, field.maximum]) {
      const reply = await send(route, field, within);
      if (reply.status >= 500 || named(reply).includes(field.name)) throw new Error(`${field.name} = ${within} -> ${reply.text}`);
    }
    for (const beyond of [field.minimum - 1, field.maximum + 1, 2 ** 31, 2 ** 53]) {
      const reply = await send(route, field, beyond);
      expect({ beyond, status: reply.status, named: named(reply) }).toEqual({ beyond, status: 400, named: [field.name] });
    }
  });
});
