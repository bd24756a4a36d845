import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@crm-vision/common/context';
import { createTestDatabase, type TestDatabase } from '@crm-vision/common/testing';
import pg from 'pg';
import { type FilterCase, filterCases, filteredLists } from './filter-cases.js';
import type { Filter, ListQuery } from '../../src/lists/list-field.js';
import { type ListRow, planList } from '../../src/lists/list-statement.js';

const ROWS = 1500;
const actor = { workspaceId: randomUUID(), userId: randomUUID(), role: 'owner', timeZone: 'UTC', country: 'DE' } as unknown as Actor;
let database: TestDatabase;
let app: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  app = new pg.Client({ connectionString: database.url('crm_app'), options: '-c TimeZone=UTC' });
  await app.connect();
  await app.query("select set_config('app.workspace_id', $1, false)", [actor.workspaceId]);
  const [w, u] = [actor.workspaceId, actor.userId].map((id) => `'${id}'::uuid`);
  const [pipeline, stage] = [randomUUID(), randomUUID()];
  const made = `${u}, ${u} from generate_series(1, ${ROWS}) n`;
  await app.query(`insert into crm.workspace_settings (workspace_id, default_currency) values (${w}, 'EUR')`);
  await app.query(`insert into crm.company (workspace_id, id, name, domain, industry, phone, tags, address, annual_revenue, annual_revenue_currency, created_by, updated_by)
    select ${w}, gen_random_uuid(), 'Example ' || n, 'example-' || n || '.example', 'Müller', '+4930' || n + 1000000, array['Exam', 'ß'], '{"city": "Köln", "country": "DE"}', n, 'EUR', ${made}`);
  await app.query(`insert into crm.contact (workspace_id, id, first_name, last_name, emails, phones, title, tags, company_id, created_by, updated_by)
    select ${w}, gen_random_uuid(), md5(n::text), case when n % 3 > 0 then 'Example' end, jsonb_build_array(jsonb_build_object('email', n || '@b.example', 'primary', true)),
      jsonb_build_array(jsonb_build_object('phone', '+4930' || n + 1000000, 'primary', true)), 'CÉO', array['Exam', 'ß'], (select id from crm.company where name = 'Example ' || n), ${made}`);
  await app.query(`insert into crm.pipeline (workspace_id, id, name, position, stage_list, created_by, updated_by) values (${w}, $1, 'Sales', 0, $2, ${u}, ${u})`,
    [pipeline, JSON.stringify([{ id: stage, name: 'S', type: 'open', probability: 50, rotDays: null, requiredFields: [] }])]);
  await app.query(`insert into crm.deal (workspace_id, id, name, amount, currency, expected_close, pipeline_id, stage_id, position, tags, contact_ids, created_by, updated_by)
    select ${w}, gen_random_uuid(), 'Example ' || n, n, 'EUR', '2026-01-01'::date + n, '${pipeline}', '${stage}', n::text, array['Exam'], array[(select id from crm.contact where emails->0->>'email' = n || '@b.example')], ${made}`);
  await app.query(`insert into crm.task (workspace_id, id, subject, due_date, created_by, updated_by) select ${w}, gen_random_uuid(), 'Example ' || n, '2026-01-01'::date + n, ${made}`);
  await database.sql('vacuum analyze crm.company, crm.contact, crm.contact_email, crm.deal, crm.deal_contact, crm.task');
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

function ask(list: FilterCase['list'], filter: Filter, query: Partial<ListQuery> = {}) {
  return planList(actor, filteredLists[list], { limit: 200, cursor: '', sort: [], filter, count: true, ...query }, { columns: 'r.id', size: '0' });
}

async function matches(list: FilterCase['list'], filter: Filter): Promise<number> {
  const { statement: { text, values } } = ask(list, filter);
  const { rows: [row] } = await app.query<ListRow<object>>(text, [...values]);
  return row!.matches!;
}

const cases = filterCases();
const fields = [...new Set(cases.map(({ list, condition: { field } }) => `${list} ${field}`))].map((name) => name.split(' ') as [FilterCase['list'], string]);
const negations: Readonly<Record<string, string>> = { eq: 'ne', in: 'notIn', isNotNull: 'isNull' };
/** More are not counted. */
const COUNTED = 1001;

describe.each(fields)('%s: %s', (list, field) => {
  const own = cases.filter((each) => each.list === list && each.condition.field === field).map(({ condition }) => condition);

  it('is served alone by every operation, and every record either passes or does not', async () => {
    for (const condition of own) {
      const found = await matches(list, condition);
      // Beside an "or" no candidates are looked up: every record is asked.
      if (condition.op === 'contains') expect({ condition, found }).toEqual({ condition, found: await matches(list, { or: [condition] }) });
      const negation = negations[condition.op];
      if (!negation) continue;
      const others = await matches(list, { ...condition, op: negation });
      expect({ condition, all: found === COUNTED || others === COUNTED || found + others === ROWS }).toEqual({ condition, all: true });
    }
  });

  it('says what it costs, unless it is a column as it is kept', () => {
    const { sql, among, also, type, searched, work } = filteredLists[list].fields[field]!;
    const isPlain = /^r\.\w+$/.test(sql) && !among && !also && !searched && type !== 'phone' && type !== 'money';
    expect({ field, isClassed: work !== undefined || isPlain }).toEqual({ field, isClassed: true });
  });
});

const many = (count: number, field: string, op: string, value: string): Filter => ({ or: Array.from({ length: count }, (_, index) => ({ field, op, values: [`${value}${index}`] })) });

describe('the cost of a filter', () => {
  it('is refused before anything is asked when it is too much, with the fields that it is for', () => {
    expect(() => ask('contacts', many(50, 'tags', 'contains', 'zzz'))).toThrow(expect.objectContaining({
      kind: 'invalid', fields: [expect.objectContaining({ field: 'filter', code: 'FILTER_TOO_DEAR', message: expect.stringContaining('"tags"') })],
    }));
    expect(() => ask('deals', { and: [many(3, 'tags', 'in', 'a'), many(3, 'amount', 'gt', '1')] })).toThrow(expect.objectContaining({ message: expect.stringContaining('"tags", "amount"') }));
  });

  it('is never too much for fifty conditions on columns as they are kept, nor for one on each of the dearest four fields', () => {
    expect(() => ask('contacts', { or: Array.from({ length: 50 }, () => ({ field: 'createdAt', op: 'lt', values: ['2026-01-01'] })) })).not.toThrow();
    expect(() => ask('contacts', { and: ['tags', 'phone', 'email', 'city'].map((field) => ({ field, op: 'isNull', values: [] })) })).not.toThrow();
  });
});

describe('a text that more records hold than are looked up one by one', () => {
  it.each([['contacts', 'email', 'example'], ['contacts', 'phone', '4930'], ['companies', 'name', 'EXAMPLE'], ['deals', 'name', 'exam']] as const)('%s: %s is found in all of them, page by page and in order', async (list, field, value) => {
    const filter = { field, op: 'contains', values: [value] };
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { statement: { text, values }, toPage } = ask(list, filter, { cursor, count: false });
      const page = toPage((await app.query<ListRow<{ id: string }>>(text, [...values])).rows);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    const { statement: { text, values } } = planList(actor, filteredLists[list], { limit: 200, cursor: '', sort: [], filter: null, count: false }, { columns: 'r.id', size: '0' });
    expect(seen.slice(0, 200)).toEqual((await app.query<{ id: string }>(text, [...values])).rows.map(({ id }) => id).slice(0, 200));
    expect(new Set(seen).size).toBe(ROWS);
  });

  it('is found by the index alone when few hold it', async () => {
    expect(await matches('companies', { field: 'name', op: 'contains', values: ['ple 1499'] })).toBe(1);
    const { statement: { text, values } } = ask('companies', { field: 'name', op: 'contains', values: ['ple 1499'] }, { count: false });
    const { rows } = await app.query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off) ${text}`, [...values]);
    const lines = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).toMatch(/on company r\w* .*\(never executed\)/);
  });
});
