import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@crm-vision/common/testing';
import pg from 'pg';

let database: TestDatabase;
let app: pg.Client;
const workspace = randomUUID();
const somebody = randomUUID();

/** Tables of schema crm that hold workspaces' rows. */
async function workspaceTables(): Promise<string[]> {
  const rows = await database.sql<{ name: string }>(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relnamespace = 'crm'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  return rows.map(({ name }) => name);
}

/** Tables with a workspace_id that are not behind the wall: no forced row-level security, or no policy for everybody. */
async function outsideTheWall(): Promise<string[]> {
  const rows = await database.sql<{ name: string }>(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relnamespace = 'crm'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity
      and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polroles = '{0}' and pg_get_expr(p.polqual, c.oid) ~ 'current_workspace' and pg_get_expr(p.polwithcheck, c.oid) ~ 'current_workspace'))
    order by 1`);
  return rows.map(({ name }) => name);
}

const rowsOf = async (text: string): Promise<unknown[]> => (await app.query<Record<string, unknown>>(text)).rows;

function insertInto(table: string, columns: readonly string[], values: readonly string[]): string {
  const own = table === 'audit_entry' ? ['session_id', 'request_id', 'action', 'before', 'after'] : ['topic', 'payload'];
  const all = ['workspace_id', 'id', 'change_set_id', 'actor_id', 'record_kind', 'record_id', 'record_version', ...own];
  const id = `'${somebody}'`;
  const filled = [`'${workspace}'`, 'gen_random_uuid()', id, id, "'deal'", id, '1', ...own.map((name) => (/payload|before|after/.test(name) ? "'{}'" : "'x'"))];
  return `insert into crm.${table} (${[...all, ...columns].join(', ')}) values (${[...filled, ...values].join(', ')})`;
}

async function within<T>(id: string, work: () => Promise<T>): Promise<T> {
  await app.query('begin');
  try {
    await app.query("select set_config('app.workspace_id', $1, true)", [id]);
    return await work();
  } finally {
    await app.query('rollback');
  }
}

beforeAll(async () => {
  database = await createTestDatabase();
  app = new pg.Client({ connectionString: database.url('crm_app') });
  await app.connect();
  await app.query('begin');
  await app.query("select set_config('app.workspace_id', $1, true)", [workspace]);
  await app.query(`insert into crm.company (workspace_id, id, name, created_by, updated_by) values ($1, $2, 'Walled', $3, $3)`, [workspace, randomUUID(), somebody]);
  await app.query(`insert into crm.contact (workspace_id, id, last_name, emails, created_by, updated_by) values ($1, $2, 'Walled', '[{"email":"a@b.example"}]', $3, $3)`, [workspace, randomUUID(), somebody]);
  await app.query('commit');
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

describe('every table with a workspace', () => {
  it('is behind the wall', async () => {
    expect((await workspaceTables()).length).toBeGreaterThanOrEqual(20);
    expect(await outsideTheWall()).toEqual([]);
  });

  it.each([
    ['without row-level security', ''],
    ['that does not force it', 'alter table crm.forgotten enable row level security; create policy wall on crm.forgotten using (workspace_id = crm.current_workspace()) with check (workspace_id = crm.current_workspace())'],
    ['without a policy', 'alter table crm.forgotten enable row level security; alter table crm.forgotten force row level security'],
    ['with a policy that lets all through', 'alter table crm.forgotten enable row level security; alter table crm.forgotten force row level security; create policy wall on crm.forgotten using (true) with check (true)'],
  ])('is noticed when it is made %s', async (_how, walls) => {
    await database.sql(`create table crm.forgotten (workspace_id uuid not null); ${walls}`);
    expect(await outsideTheWall()).toEqual(['forgotten']);
    await database.sql('drop table crm.forgotten');
  });
});

describe('the role of the service', () => {
  it('sees no row of any table without a workspace, nor with another one', async () => {
    for (const name of (await workspaceTables()).filter((table) => table !== 'outbox_event')) {
      expect(await rowsOf(`select 1 from crm.${name} limit 1`)).toEqual([]);
      expect(await within(randomUUID(), () => rowsOf(`select 1 from crm.${name} limit 1`))).toEqual([]);
    }
    expect(await within(workspace, () => rowsOf('select name from crm.company'))).toEqual([{ name: 'Walled' }]);
  });

  it('cannot write into another workspace', async () => {
    const insert = (id: string) => app.query(`insert into crm.company (workspace_id, id, name, created_by, updated_by) values ($1, $2, 'x', $3, $3)`, [id, randomUUID(), somebody]);
    await expect(within(randomUUID(), () => insert(workspace))).rejects.toMatchObject({ code: '42501' });
    await expect(insert(workspace)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['contact_email', 'stage', 'deal_contact', 'task_link', 'stage_change', 'stage_rollup', 'deal_worth'])('cannot write %s, which triggers keep', async (name) => {
    await expect(within(workspace, () => app.query(`delete from crm.${name}`))).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['update crm.audit_entry set actor_id = actor_id', 'delete from crm.audit_entry', 'delete from crm.outbox_event', 'select 1 from crm.outbox_event', 'truncate crm.audit_entry', 'alter table crm.company disable row level security', 'create table crm.mine ()'])('may not: %s', async (sql) => {
    await expect(within(workspace, () => app.query(sql))).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ['audit_entry', 'seq', '7'], ['audit_entry', 'hash', "'forged'"], ['audit_entry', 'prev_hash', "'forged'"], ['audit_entry', 'created_at', "'2001-01-01'"],
    ['outbox_event', 'created_at', "'2001-01-01'"], ['outbox_event', 'published_at', 'now()'],
  ])('may not say of a new %s what its %s is', async (table, column, value) => {
    await expect(within(workspace, () => app.query(insertInto(table, [column], [value])))).rejects.toMatchObject({ code: '42501', message: `permission denied for table ${table}` });
    await within(workspace, () => app.query(insertInto(table, [], [])));
  });

  it('finds nothing through the search functions without a workspace, or with another one', async () => {
    const find = async () => (await app.query("select * from crm.company_matching('%walled%', '{}', null) union all select * from crm.contact_matching('%walled%', '{}', null)")).rows.length;
    expect(await find()).toBe(0);
    expect(await within(randomUUID(), find)).toBe(0);
    expect(await within(workspace, find)).toBe(2);
  });

  it('may not become another role', async () => {
    for (const role of ['crm_search', 'crm_queue', 'crm_worker', 'crm_vision', 'auth_app']) await expect(app.query(`set role ${role}`)).rejects.toMatchObject({ code: '42501' });
    await expect(app.query('select 1 from auth.users')).rejects.toMatchObject({ code: '42501' });
  });
});
