import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@crm-vision/common/context';
import { createTestDatabase, type TestDatabase } from '@crm-vision/common/testing';
import pg from 'pg';
import { companyList } from '../../src/companies/companies.repository.js';
import { contactList } from '../../src/contacts/contact-list.js';
import { dealList } from '../../src/deals/deal-list.js';
import { type ListRow, planList } from '../../src/lists/list-statement.js';
import type { ListSource } from '../../src/lists/list-field.js';
import { taskList } from '../../src/tasks/task-list.js';

let database: TestDatabase;
let app: pg.Client;
const actor = { workspaceId: randomUUID(), userId: randomUUID(), role: 'owner', timeZone: 'UTC' } as unknown as Actor;
const ROWS = 3000;

interface Plan {
  'Node Type': string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Filter?: string;
  Plans?: Plan[];
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

beforeAll(async () => {
  database = await createTestDatabase();
  app = new pg.Client({ connectionString: database.url('crm_app') });
  await app.connect();
  await app.query("select set_config('app.workspace_id', $1, false)", [actor.workspaceId]);
  const [w, u] = [actor.workspaceId, actor.userId].map((id) => `'${id}'::uuid`);
  const [pipeline, stage] = [randomUUID(), randomUUID()];
  // Rows that were all made at one instant would make an index on instants look like one on ids.
  const made = `${u}, ${u}, now() - n * interval '1 minute', now() - n * interval '1 second' from generate_series(1, ${ROWS}) n`;
  await app.query(`insert into crm.workspace_settings (workspace_id, default_currency) values (${w}, 'EUR')`);
  await app.query(`insert into crm.company (workspace_id, id, name, created_by, updated_by, created_at, updated_at) select ${w}, gen_random_uuid(), md5(n::text), ${made}`);
  await app.query(`insert into crm.contact (workspace_id, id, first_name, last_name, created_by, updated_by, created_at, updated_at) select ${w}, gen_random_uuid(), md5(n::text), case when n % 3 > 0 then md5((n / 7)::text) end, ${made}`);
  await app.query(`insert into crm.pipeline (workspace_id, id, name, position, stage_list, created_by, updated_by) values (${w}, $1, 'Sales', 0, $2, ${u}, ${u})`,
    [pipeline, JSON.stringify([{ id: stage, name: 'S', type: 'open', probability: 50, rotDays: null, requiredFields: [] }])]);
  await app.query(`insert into crm.deal (workspace_id, id, name, amount, currency, expected_close, pipeline_id, stage_id, position, created_by, updated_by, created_at, updated_at)
    select ${w}, gen_random_uuid(), md5(n::text), case when n % 3 > 0 then n end, case when n % 3 > 0 then 'EUR' end, case when n % 5 > 0 then current_date + n % 90 end, $1, $2, n::text, ${made}`, [pipeline, stage]);
  await app.query(`insert into crm.task (workspace_id, id, subject, due_date, status, completed_at, priority, created_by, updated_by, created_at, updated_at) select ${w}, gen_random_uuid(), md5(n::text),
    case when n % 5 > 0 then current_date + n % 90 end, case when n % 2 > 0 then 'done' else 'open' end, case when n % 2 > 0 then now() - n * interval '1 minute' end, (array['low', 'normal', 'high'])[1 + n % 3], ${made}`);
  await database.sql('analyze');
  await app.query('set plan_cache_mode = force_generic_plan');
}, 120_000);
afterAll(async () => {
  await app.end();
  await database.drop();
});

interface Found {
  kinds: string[];
  indexes: string[];
  /** What an index is asked for, and what each row is asked for after that. */
  conditions: string;
  filters: string;
  next: string;
}

/** What stands below the limit of a page: how its rows are found and ordered. */
async function planOf(source: ListSource, field: string, descending: boolean, cursor = ''): Promise<Found> {
  const query = { limit: 50, cursor, sort: [{ field, descending }], filter: null, count: false };
  const { statement: { text, values }, toPage } = planList(actor, source, query, { columns: 'r.id', size: '0' });
  const rows = (await app.query<ListRow<object>>(text, [...values])).rows;
  await app.query(`prepare page as ${text}`);
  const given = values.length > 0 ? `(${values.map((value) => pg.escapeLiteral(String(value))).join(', ')})` : '';
  const { rows: [explained] } = await app.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (format json) execute page${given}`);
  await app.query('deallocate page');
  const limit = nodes(explained!['QUERY PLAN'][0]!.Plan).findLast((plan) => plan['Node Type'] === 'Limit')!;
  const below = nodes(limit).slice(1);
  return {
    kinds: below.map((plan) => plan['Node Type']),
    indexes: below.flatMap((plan) => plan['Index Name'] ?? []),
    conditions: below.map((plan) => plan['Index Cond'] ?? '').join(),
    filters: below.map((plan) => plan.Filter ?? '').join(),
    next: toPage(rows).nextCursor,
  };
}

describe('a page of a list comes out of an index in its order, the first one and one further on', () => {
  const orders = [companyList, contactList, dealList, taskList].flatMap((source) =>
    Object.keys(source.sorts).flatMap((field) => [false, true].map((descending) => ({ source, kind: source.kind, field, descending, way: descending ? 'down' : 'up' }))));

  it.each(orders)('$kind by $field, $way', async ({ source, field, descending }) => {
    const first = await planOf(source, field, descending);
    const further = await planOf(source, field, descending, first.next);
    for (const { kinds, indexes } of [first, further]) {
      expect(kinds).not.toEqual(expect.arrayContaining([expect.stringMatching(/Sort|Seq Scan|Bitmap/)]));
      expect(indexes.length).toBeGreaterThan(0);
    }
    expect(further.indexes).toEqual(first.indexes);
    // The index leads to the place where the page begins: a deep page costs what the first one does.
    expect(further.conditions).toMatch(/ROW\(.* [<>] ROW\(/);
    expect(further.filters).not.toMatch(/ROW\(/);
  });
});
