import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@crm-vision/common/testing';
import pg from 'pg';

type Role = 'auth_app' | 'crm_app' | 'crm_worker' | 'backup';
type Rows = Record<string, unknown>[];

interface Entry {
  /** Who may call it, beside its owner; nobody: it runs as a trigger. */
  callers: Role[];
  owner: string;
  /** What it gives its callers, and what not. */
  gives?: () => Promise<void>;
}

let database: TestDatabase;
const clients = new Map<Role, pg.Client>();
const [mine, other, user] = [randomUUID(), randomUUID(), randomUUID()];

/** Runs SQL as a role, in a workspace or in none, and takes back what it did. The rows, of several statements those of each. */
async function ask(role: Role, text: string, workspace = ''): Promise<Rows | Rows[]> {
  const client = clients.get(role)!;
  await client.query(`begin; select set_config('app.workspace_id', '${workspace}', true)`);
  try {
    const answer = (await client.query(text)) as unknown as pg.QueryResult | pg.QueryResult[];
    return Array.isArray(answer) ? answer.map(({ rows }) => rows as Rows) : (answer.rows as Rows);
  } finally {
    await client.query('rollback');
  }
}

const trigger: Entry = { callers: [], owner: 'crm_vision' };

/** Searches one workspace: the one that is set. */
const search = (call: string): Entry => ({
  callers: ['crm_app'], owner: 'crm_search',
  gives: async () => {
    for (const [workspace, rows] of [['', 0], [randomUUID(), 0], [other, 0], [mine, 1]] as const) expect(await ask('crm_app', `select * from ${call}`, workspace)).toHaveLength(rows);
    await expect(ask('crm_worker', `select * from ${call}`, mine)).rejects.toMatchObject({ code: '42501' });
  },
});

/** Works on all workspaces: the worker's alone, whether the service names a workspace or not. */
const work = (call: string, expected: unknown): Entry => ({
  callers: ['crm_worker'], owner: 'crm_queue',
  gives: async () => {
    expect(await ask('crm_worker', `select ${call}`)).toEqual(expected);
    for (const workspace of ['', mine]) await expect(ask('crm_app', `select ${call}`, workspace)).rejects.toMatchObject({ code: '42501' });
  },
});

/** Takes away what is over, whosever it is, and nothing that is not; answers nothing of it. */
const housekeeping = (call: string, answer: unknown): Entry => ({
  callers: ['auth_app'], owner: 'auth_resolver',
  gives: async () => {
    const left = `select ${call}::text as answer; select key from auth.sign_in_attempt order by 1`;
    expect(await ask('auth_app', left)).toEqual([[{ answer }], [{ key: 'fresh' }]]);
    await expect(ask('crm_app', `select ${call}`)).rejects.toMatchObject({ code: '42501' });
  },
});

const both = expect.arrayContaining([expect.objectContaining({ id: mine }), expect.objectContaining({ id: other })]);

const functions: Record<string, Entry> = {
  'auth.memberships_of(person uuid)': {
    callers: ['auth_app'], owner: 'auth_resolver',
    gives: async () => {
      expect(await ask('auth_app', `select id from auth.memberships_of('${user}')`)).toEqual([{ id: mine }]);
      expect(await ask('auth_app', `select id from auth.memberships_of('${randomUUID()}')`)).toEqual([]);
    },
  },
  'auth.open_invitation(hash bytea)': {
    callers: ['auth_app'], owner: 'auth_resolver',
    gives: async () => {
      expect(await ask('auth_app', "select workspace_id as id from auth.open_invitation('\\x01')")).toEqual([{ id: mine }]);
      expect(await ask('auth_app', "select 1 from auth.open_invitation('\\x02')")).toEqual([]);
    },
  },
  'auth.take_away_what_is_over()': housekeeping('auth.take_away_what_is_over()', null),
  'auth.take_away_what_is_over(most integer)': housekeeping('auth.take_away_what_is_over(10)', 'false'),
  'crm.audit_lag()': work('waiting::int from crm.audit_lag()', [{ waiting: 4 }]),
  'crm.audit_seal(workspace uuid, most integer)': work(`crm.audit_seal('${other}', 10)`, [{ audit_seal: 2 }]),
  'crm.audit_unsealed(most integer)': work('id from crm.audit_unsealed(10) as id', both),
  'crm.company_matching(pattern text, others text[], most integer)': search("crm.company_matching('%walled%', '{}', 5)"),
  'crm.company_similar(words text, most integer)': search("crm.company_similar('walled', 5)"),
  'crm.contact_matching(pattern text, others text[], most integer)': search("crm.contact_matching('%walled%', '{}', 5)"),
  'crm.contact_similar(words text, most integer)': search("crm.contact_similar('walled', 5)"),
  // Called by the migrations and by a trigger, of the workspace that is set.
  'crm.count_worth()': { callers: [], owner: 'crm_vision' },
  'crm.deal_matching(pattern text, others text[], most integer)': search("crm.deal_matching('%walled%', '{}', 5)"),
  'crm.drop_stages()': trigger,
  ...Object.fromEntries(['closed_rate', 'contact_email', 'deal_contact', 'deal_worth', 'stage', 'stage_change', 'stage_rollup', 'task_link', 'worth_of_all'].map((name) => [`crm.keep_${name}()`, trigger])),
  // Sums of all workspaces, by currency, and of nobody in particular.
  'crm.open_deals()': work('currency, deals::int from crm.open_deals()', [{ currency: 'EUR', deals: 2 }]),
  'crm.outbox_lag()': work('waiting::int from crm.outbox_lag()', [{ waiting: 2 }]),
  'crm.outbox_published(ids uuid[])': work(`crm.outbox_published('{${mine},${other}}')::text; select waiting::int from crm.outbox_lag()`, [[{ outbox_published: null }], [{ waiting: 0 }]]),
  'crm.outbox_waiting(most integer)': work('workspace_id as id from crm.outbox_waiting(10)', both),
  // Of the release before: its worker signs in as the service.
  'crm.purge_served(event_age interval)': { callers: [], owner: 'crm_queue' },
  'crm.purge_served(event_age interval, most integer)': work("crm.purge_served('1 day', 1)", [{ purge_served: true }]),
  'crm.report_backup(what text, succeeded_at timestamp with time zone, figures jsonb)': {
    callers: ['backup'], owner: 'crm_vision',
    gives: async () => {
      for (const role of ['crm_app', 'crm_worker'] as const) await expect(ask(role, "select crm.report_backup('backup', now(), '{}')")).rejects.toMatchObject({ code: '42501' });
    },
  },
  'crm.task_matching(pattern text, others text[], most integer)': search("crm.task_matching('%walled%', '{}', 5)"),
  'crm.worker_took_over()': {
    callers: ['crm_worker'], owner: 'crm_queue',
    gives: async () => {
      await database.sql('grant execute on function crm.outbox_waiting(int) to crm_app');
      expect(await ask('crm_app', 'select 1 as seen from crm.outbox_waiting(1)')).toEqual([{ seen: 1 }]);
      await clients.get('crm_worker')!.query('select crm.worker_took_over()');
      await expect(ask('crm_app', 'select 1 from crm.outbox_waiting(1)')).rejects.toMatchObject({ code: '42501' });
    },
  },
};

const fill = (workspace: string): string => `
  select set_config('app.workspace_id', '${workspace}', true);
  insert into auth.workspace (id, name, slug, time_zone, locale) values ('${workspace}', 'Acme', '${workspace}', 'UTC', 'en');
  insert into crm.workspace_settings (workspace_id, default_currency) values ('${workspace}', 'EUR');
  insert into crm.pipeline (workspace_id, id, name, position, stage_list, created_by, updated_by) values ('${workspace}', '${workspace}', 'Sales', 0,
    '[{"id": "${workspace}", "name": "S", "type": "open", "probability": 50, "rotDays": null, "requiredFields": []}]', '${user}', '${user}');
  insert into crm.deal (workspace_id, id, name, amount, currency, pipeline_id, stage_id, position, created_by, updated_by)
    values ('${workspace}', gen_random_uuid(), 'D', 1000, 'EUR', '${workspace}', '${workspace}', 'a', '${user}', '${user}');
  insert into crm.outbox_event (workspace_id, id, topic, record_kind, record_id, record_version, change_set_id, actor_id) values ('${workspace}', '${workspace}', 'x', 'deal', '${user}', 1, '${user}', '${user}');
  insert into crm.outbox_event (workspace_id, id, topic, record_kind, record_id, record_version, change_set_id, actor_id, published_at)
    values ('${workspace}', gen_random_uuid(), 'x', 'deal', '${user}', 1, '${user}', '${user}', now() - interval '2 days');
  insert into crm.audit_entry (workspace_id, id, change_set_id, actor_id, session_id, request_id, action, record_kind, record_id, record_version, before, after)
    select '${workspace}', gen_random_uuid(), '${user}', '${user}', 's', 'r', 'created', 'deal', '${user}', 1, '{}', '{}' from generate_series(1, 2);`;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.sql(`begin; ${fill(other)} ${fill(mine)}
    insert into auth.users (id, email, name, password_hash, locale) values ('${user}', 'ada@example.com', 'Ada', 'x', 'en');
    insert into auth.membership (workspace_id, user_id, role) values ('${mine}', '${user}', 'owner');
    insert into auth.invitation (workspace_id, id, email, role, token_hash, invited_by, expires_at) values ('${mine}', '${user}', 'bob@example.com', 'member', '\\x01', '${user}', now() + interval '1 day'),
      ('${mine}', '${other}', 'eve@example.com', 'member', '\\x02', '${user}', now() - interval '1 day');
    insert into auth.sign_in_attempt (key, failures, updated_at) values ('fresh', 1, now()), ('old', 1, now() - interval '2 days');
    insert into crm.company (workspace_id, id, name, created_by, updated_by) values ('${mine}', '${user}', 'Walled', '${user}', '${user}');
    insert into crm.contact (workspace_id, id, last_name, created_by, updated_by) values ('${mine}', '${user}', 'Walled', '${user}', '${user}');
    insert into crm.task (workspace_id, id, subject, created_by, updated_by) values ('${mine}', '${user}', 'Walled', '${user}', '${user}');
    update crm.deal set name = 'Walled' where workspace_id = '${mine}'; commit`);
  for (const role of ['auth_app', 'crm_app', 'crm_worker', 'backup'] as const) {
    const client = new pg.Client({ connectionString: database.url(role) });
    await client.connect();
    clients.set(role, client);
  }
});
afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await database.drop();
});

interface Found { name: string; owner: string; callers: string[]; path: string }

const inDatabase = (): Promise<Found[]> => database.sql<{ name: string; owner: string; callers: string[]; path: string }>(`
  select n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name, pg_get_userbyid(p.proowner) as owner,
    coalesce((select s from unnest(p.proconfig) as s where s like 'search\\_path=%'), '') as path,
    array(select case a.grantee when 0 then 'PUBLIC' else pg_get_userbyid(a.grantee) end from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner order by 1)::text[] as callers
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('auth', 'crm') and p.prosecdef order by 1`);

describe('a function that looks over the wall', () => {
  it('is listed here, with its owner and who may call it, and has a search path of its own without the schemas of others', async () => {
    const found = await inDatabase();
    expect(Object.fromEntries(found.map(({ name, owner, callers }) => [name, { owner, callers }]))).toEqual(Object.fromEntries(Object.entries(functions).map(([name, { owner, callers }]) => [name, { owner, callers }])));
    for (const { name, path } of found) expect([name, path]).toEqual([name, expect.stringMatching(/^search_path=pg_catalog, (public, )?pg_temp$/)]);
  });

  it('is noticed when it is new', async () => {
    await database.sql("create function crm.leak() returns setof crm.company language sql security definer as 'select * from crm.company'");
    const [leak] = (await inDatabase()).filter(({ name }) => !(name in functions));
    await database.sql('drop function crm.leak()');
    expect(leak).toMatchObject({ name: 'crm.leak()', callers: ['PUBLIC'], path: '' });
  });

  it('has a test of what it gives when a role may call it', () => {
    expect(Object.entries(functions).filter(([, { callers, gives }]) => callers.length > 0 && !gives)).toEqual([]);
  });

  it.each(Object.entries(functions).filter(([, { gives }]) => gives))('%s gives what it is for, to whom it is for', (_name, { gives }) => gives!());
});
