import type { Ask, Hostile } from './hostile.js';
import { storeLongNotes, storeWideBoard, storeWideCompanies, wideCompany } from './stored-trouble.js';

export interface Attack {
  what: string;
  run(hostile: Hostile): Promise<unknown> | void;
}

interface Condition {
  field: string;
  op: string;
  value: string | string[];
}

const filter = (list: string, conditions: readonly Condition[], more = ''): Ask => ({ path: `/api/v1/${list}?limit=50&count=true${more}&filter=${encodeURIComponent(JSON.stringify({ or: conditions }))}` });
const many = (count: number, make: (index: number) => Condition): Condition[] => Array.from({ length: count }, (_, index) => make(index));

/** As dear as filters get that are served, and one that is not. Nothing is found, so that all is read. */
const dear: readonly ((seed: number) => Ask)[] = [
  (seed) => filter('contacts', many(4, (index) => ({ field: 'tags', op: 'contains', value: `zzz${seed}-${index}` }))),
  (seed) => filter('companies', many(4, (index) => ({ field: 'tags', op: 'in', value: [`zzz${seed}`, `yyy${index}`] }))),
  (seed) => filter('contacts', many(50, (index) => ({ field: 'tags', op: 'contains', value: `zzz${seed}-${index}` }))),
  (seed) => filter('contacts', [{ field: 'phone', op: 'contains', value: `99${seed}99` }, { field: 'companyName', op: 'contains', value: `zz${seed}` }]),
  (seed) => filter('contacts', many(4, (index) => ({ field: 'title', op: 'contains', value: `zz${seed}-${index}` }))),
  (seed) => filter('deals', [{ field: 'amount', op: 'lt', value: '0' }, { field: 'nextStep', op: 'contains', value: `zz${seed}` }]),
  () => ({ path: `/api/v1/contacts?limit=50&count=true&filter=${encodeURIComponent(JSON.stringify({ field: 'email', op: 'contains', value: 'example' }))}` }),
];
const dearAsk = (count: number): Ask => dear[count % dear.length]!(count);

const MISTAKES = JSON.stringify({ name: 'x', tags: Array.from({ length: 9000 }, () => 1) });
const EMPTY = `[${'[],'.repeat(20_000)}[]]`;

/** One anonymous address, one person or one workspace does its worst, within what its limits let through. */
export const attacks = {
  'half-bodies': {
    what: 'hundreds of requests, signed in and not, of which no more than the first byte of a body arrives',
    run: (hostile) => {
      const begun = { 'Content-Type': 'application/json', 'Content-Length': '1000' };
      hostile.hold(258, `${hostile.head('POST', '/api/v1/auth/sign-in', begun)}{`);
      hostile.hold(256, `${hostile.head('POST', '/api/v1/companies', { ...hostile.person.headers, ...begun })}{`);
    },
  },
  'slow-readers': {
    what: 'hundreds of sockets that ask for long lists and read nothing of them',
    run: (hostile) => hostile.hold(256, hostile.head('GET', '/api/v1/contacts?limit=200', { ...hostile.person.headers, 'Accept-Encoding': 'identity' }).repeat(8), { reading: false }),
  },
  'greedy-lists': {
    what: 'long pages of wide companies, four hundred and fifty at a time, all of which are read',
    run: async (hostile) => {
      await storeWideCompanies(hostile, 50);
      await hostile.keepAsking(450, () => ({ path: '/api/v1/companies?limit=50' }));
    },
  },
  'stored-trouble': {
    what: 'notes and a board as wide as they may be stored, then read thirty-two at a time',
    run: async (hostile) => {
      await storeLongNotes(hostile, 20);
      const board = await storeWideBoard(hostile, 28, 2);
      await hostile.keepAsking(32, (count) => ({ path: ['/api/v1/notes', `/api/v1/deals/board?pipelineId=${board}&limit=100`, '/api/v1/companies?limit=50'][count % 3]! }));
    },
  },
  'no-end-of-records': { what: 'wide records added as fast as may be, thirty-two at a time, until a quota is reached', run: (hostile) => hostile.keepAsking(32, (count) => ({ method: 'POST', path: '/api/v1/companies', body: wideCompany(count) })) },
  'dear-filters': { what: 'filters that read all of 100 000 records, eight at a time', run: (hostile) => hostile.keepAsking(8, dearAsk) },
  'walked-away': { what: 'the same, thirty-two at a time, whose caller hangs up at once', run: (hostile) => hostile.keepAsking(32, (count) => ({ ...dearAsk(count), leaveAfterMs: 30 })) },
  searches: { what: 'searches for what very much holds, eight at a time', run: (hostile) => hostile.keepAsking(8, (count) => ({ path: `/api/v1/search?q=${['ex', 'example', 'work', 'a', 'deal 1', '+4930'][count % 6]!}` })) },
  'deep-json': {
    what: 'bodies of mistakes, of empty lists and of depth, eight at a time, signed in and not',
    run: (hostile) => hostile.keepAsking(8, (count) => [
      { method: 'POST', path: '/api/v1/companies', body: MISTAKES },
      { method: 'POST', path: '/api/v1/companies', body: EMPTY },
      { method: 'POST', path: '/api/v1/companies', body: `{"custom":${'['.repeat(5000)}${']'.repeat(5000)}}` },
      { method: 'POST', path: '/api/v1/auth/sign-in', body: EMPTY, headers: { 'content-type': 'application/json' } },
    ][count % 4]!),
  },
  'sign-ins': {
    what: 'wrong passwords of one address, each of which is hashed, sixteen at a time',
    run: (hostile) => hostile.keepAsking(16, (count) => ({ method: 'POST', path: '/api/v1/auth/sign-in', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: `nobody-${count}@example.com`, password: `wrong password ${count}` }) })),
  },
  boards: { what: 'whole boards of 100 000 deals, filtered, eight at a time', run: (hostile) => hostile.keepAsking(8, (count) => ({ path: `/api/v1/deals/board?limit=100${count % 2 ? '' : `&filter=${encodeURIComponent(JSON.stringify({ field: 'name', op: 'contains', value: 'deal' }))}`}` })) },
  'bulk-writes': {
    what: 'five hundred records given to somebody at once, eight at a time',
    run: (hostile) => hostile.keepAsking(8, (count) => ({ method: 'POST', path: '/api/v1/contacts/bulk-assign', body: JSON.stringify({ ids: hostile.person.contactIds.slice((count % 4) * 500, (count % 4) * 500 + 500), ownerId: null }) })),
  },
} satisfies Record<string, Attack>;

export type AttackName = keyof typeof attacks;
