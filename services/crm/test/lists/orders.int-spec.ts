import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { ListRequest } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { companyList } from '../../src/companies/companies.repository.js';
import { contactList } from '../../src/contacts/contact-list.js';
import { dealList } from '../../src/deals/deal-list.js';
import type { ListSource } from '../../src/lists/list-field.js';
import { taskList } from '../../src/tasks/task-list.js';
import { companyInput } from '../companies/company-input.js';
import { contactInput, emails } from '../contacts/contact-input.js';
import { defaultPipeline, makeDeal } from '../deals/deal-input.js';
import { taskCalls } from '../tasks/task-input.js';
import { person, type Person, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;

/** As people of most languages order them: letters before accents before case, scripts one after the other. */
const names = [
  'aa', 'a b', 'ab', 'Abel', 'Abele', 'Äbel', 'Åbo', 'äbten', 'de Boer', 'De Boer', 'Deboer', 'Èze', 'ezel', 'O’Neill', 'Ödön', 'Øster', 'Ozan', 'Straße', 'strasse', 'Zoë', 'Zoe', '3M', '10cc',
  'Ωmega', 'Иван', '가람', 'かな', 'カナ', '李小龙', '王',
];
const collator = new Intl.Collator('en');

type Key = string | number | null;
type Row = { id: string } & Record<string, unknown>;
interface Listed {
  source: ListSource;
  fill: () => Promise<unknown>;
  page: (list: ListRequest) => Promise<{ rows: Row[]; next: string }>;
  /** What a row is sorted by, from what the API shows, unless that is the field itself. */
  keys: Record<string, (row: never) => Key>;
}

const one = <T>(list: readonly T[], index: number): T => list[index % list.length]!;
const days = [undefined, '2026-05-04', '2026-05-05', '2026-05-04', '1999-12-31', '2199-12-31'];
const moneys = [
  ['1000', 'JPY'], ['49.99', 'EUR'], ['5.000', 'KWD'], undefined, ['0.00', 'EUR'], ['7.00', 'CHF'], ['16.45', 'EUR'], ['5.00', 'USD'], ['999999999999.99', 'USD'], ['4.50', 'EUR'], undefined, ['100.00', 'CHF'],
] as const;

const lists: Record<string, Listed> = {
  companies: {
    source: companyList,
    fill: () => Promise.all(names.map((name) => crm.client(CompanyServiceService).createCompany({ input: companyInput({ name }) }, ada))),
    page: async (list) => toPage(await crm.client(CompanyServiceService).listCompanies({ list }, ada), 'companies'),
    keys: {},
  },
  contacts: {
    source: contactList,
    fill: () => Promise.all([...names, ...names.slice(0, 9)].map((name, index) => crm.client(ContactServiceService).createContact({
      input: contactInput({ firstName: index % 4 === 1 ? undefined : one(names, index * 7), lastName: index % 3 === 1 ? undefined : name, emails: emails(`p${index}@a.example`) }),
    }, ada))),
    page: async (list) => toPage(await crm.client(ContactServiceService).listContacts({ list }, ada), 'contacts'),
    keys: { name: ({ firstName, lastName, emails: [email] }: { firstName?: string; lastName?: string; emails: { email: string }[] }) => [firstName, lastName].filter(Boolean).join(' ') || email!.email },
  },
  deals: {
    source: dealList,
    fill: async () => {
      const { stage } = await defaultPipeline(crm, ada);
      const rates = [{ currency: 'USD', rate: '0.9' }, { currency: 'JPY', rate: '0.0061' }, { currency: 'KWD', rate: '3' }];
      await crm.client(SettingsServiceService).updateCurrencies({ currencies: { defaultCurrency: 'EUR', rates, version: 1 }, convertRates: false }, ada);
      for (const [index, name] of names.entries()) {
        const money = one(moneys, index);
        const amount = money && { amount: money[0], currency: money[1] };
        await makeDeal(crm.client(DealServiceService), ada, { name, amount, expectedClose: one(days, index) }, stage(index % 5 || !amount ? 'Meeting' : 'Won').id);
      }
      await crm.client(SettingsServiceService).updateCurrencies({ currencies: { defaultCurrency: 'EUR', rates: [{ currency: 'USD', rate: '0.2' }, ...rates.slice(1)], version: 2 }, convertRates: false }, ada);
    },
    page: async (list) => toPage(await crm.client(DealServiceService).listDeals({ list }, ada), 'deals'),
    keys: { amount: ({ worth }: { worth?: { amount: string } }) => (worth ? Number(worth.amount) : null) },
  },
  tasks: {
    source: taskList,
    fill: async () => {
      const { make, change } = taskCalls(crm.client(TaskServiceService));
      for (const [index, subject] of names.entries()) {
        const dueDate = one(days, index);
        const task = await make(ada, { subject, dueDate, dueTime: dueDate && one([undefined, '09:30', '23:59'], index), priority: one(['low', 'high', 'normal'], index) });
        if (index % 3 === 0) await change(ada, task, { status: 'done' });
      }
    },
    page: async (list) => toPage(await crm.client(TaskServiceService).listTasks({ list, linkedTo: undefined }, ada), 'tasks'),
    keys: {
      dueDate: ({ dueDate, dueTime }: { dueDate?: string; dueTime?: string }) => (dueDate ? `${dueDate} ${dueTime ?? '24:00'}` : null),
      priority: ({ priority }: { priority: string }) => ['low', 'normal', 'high'].indexOf(priority),
    },
  },
};

function toPage(answer: object, field: string): { rows: Row[]; next: string } {
  const { page, [field]: rows } = answer as { page?: { nextCursor: string } } & Record<string, Row[]>;
  return { rows: rows!, next: page!.nextCursor };
}

const request = (more: Partial<ListRequest>): ListRequest => ({ limit: 200, cursor: '', sort: [], filter: undefined, count: false, ...more });

/** All rows, page by page. */
async function walk({ page }: Listed, sort: ListRequest['sort'], limit = 4): Promise<Row[]> {
  const found: Row[] = [];
  let cursor = '';
  do {
    const { rows, next } = await page(request({ limit, sort, cursor }));
    expect(rows.length).toBe(next === '' ? rows.length : limit);
    found.push(...rows);
    cursor = next;
  } while (cursor !== '');
  return found;
}

const compare = (a: string | number, b: string | number): number => (typeof a === 'number' ? a - Number(b) : collator.compare(a, String(b)));

function inOrder({ keys }: Listed, rows: readonly Row[], field: string, descending: boolean): Row[] {
  const keyOf = (row: Row): Key => (keys[field] ? keys[field](row as never) : ((row[field] as Key | undefined) ?? null));
  const sign = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || sign * (one.id < other.id ? -1 : 1);
    return sign * (compare(a, b) || (one.id < other.id ? -1 : 1));
  });
}

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  for (const { fill } of Object.values(lists)) await fill();
});
afterAll(() => crm.stop());

describe.each(Object.entries(lists))('%s', (_kind, list) => {
  const orders = Object.keys(list.source.sorts).flatMap((field) => [false, true].map((descending) => ({ field, descending, way: descending ? 'down' : 'up' })));

  it.each(orders)('by $field, $way: what is empty comes last, equals in the order of their ids, page by page', async ({ field, descending }) => {
    const { rows } = await list.page(request({}));
    const show = (row: Row): unknown => [row['name'] ?? row['subject'] ?? row['lastName'], list.keys[field]?.(row as never) ?? row[field] ?? null, row.id];
    expect((await walk(list, [{ field, descending }])).map(show)).toEqual(inOrder(list, rows, field, descending).map(show));
  });

  it('by two fields, in both directions at once, without losing or repeating a row', async () => {
    const [first = '', second = ''] = Object.keys(list.source.sorts);
    for (const descending of [false, true]) {
      const rows = await walk(list, [{ field: second, descending }, { field: first, descending: !descending }], 3);
      expect(new Set(rows.map(({ id }) => id)).size).toBe((await list.page(request({}))).rows.length);
      expect(rows).toHaveLength(new Set(rows.map(({ id }) => id)).size);
    }
  });
});

it('names stand as people look for them: beside their letter, accents and case last, scripts one after the other', async () => {
  const rows = await walk(lists['companies']!, [{ field: 'name', descending: false }]);
  expect(rows.map(({ name }) => name)).toEqual([
    '10cc', '3M', 'a b', 'aa', 'ab', 'Abel', 'Äbel', 'Abele', 'Åbo', 'äbten', 'de Boer', 'De Boer', 'Deboer', 'Èze', 'ezel', 'O’Neill', 'Ödön', 'Øster', 'Ozan', 'strasse', 'Straße', 'Zoe', 'Zoë',
    'Ωmega', 'Иван', '가람', 'かな', 'カナ', '李小龙', '王',
  ]);
});
