import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../stack/stack.js';
import { doJob, heyApi, type Maker, missingPython, openapiFetch, pythonClient } from './workshop.js';

let stack: Stack;
let document: string;
beforeAll(async () => {
  stack = await startStack();
  document = await (await fetch(`${stack.origin}/api/openapi.json`)).text();
});
afterAll(() => stack.stop());

const custom = { tier: 'gold', seats: 5, tags: ['a', { deep: null }] };

/** What every client comes to see: typed values, whole pages, what was written back, and problems by their code. */
const seen = {
  contact: { company: 'Job 1', custom: { vip: true }, email: 'grace@example.com' },
  pages: [['Job 3', 'Job 2'], ['Job 1']],
  patched: { industry: 'Ships', annualRevenue: { amount: '1000.00', currency: 'EUR' }, address: { city: 'Köln', country: 'DE' }, custom },
  undoable: true,
  stale: { code: 'STALE_VERSION', current: 'Ships' },
  missing: { status: 404, code: 'CONTACT_NOT_FOUND' },
  pipelines: null,
};

const clients: [name: string, make: Maker, missing: string | undefined][] = [
  ['openapi-fetch', openapiFetch, undefined],
  ['hey-api', heyApi, undefined],
  ['openapi-python-client', pythonClient, missingPython()],
];

describe('a client that is generated from the document compiles and does a job', () => {
  for (const [name, make, missing] of clients) {
    (missing ? it.skip : it)(missing ? `${name}: skipped for want of ${missing}` : name, async () => {
      expect(await doJob(make, name, document, stack.origin)).toEqual(seen);
    });
  }
});
