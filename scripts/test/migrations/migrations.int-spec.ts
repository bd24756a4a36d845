import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { verifyAllChains } from '../../src/crmctl/audit.js';
import { changeUrl, withConnection } from '../../src/database/connection.js';
import { deploy, difference, status } from '../../src/database/migrate.js';
import { serviceSchemas } from '../../src/database/migrations-folder.js';
import { prepareDatabase } from '../../src/database/prepare.js';
import { testPasswords } from '../../src/testing/test-databases.js';
import { shapeOf } from './shape.js';
import { binaries15, startPostgres15, type SystemPostgres } from '../postgres-15.js';

const schemas = serviceSchemas();
const embedded = process.env['TEST_DATABASE_SUPERUSER_URL']!;

function suite(server: () => string): void {
  let ownerUrl = '';
  const database = (name: string) => prepareDatabase(server(), testPasswords, { database: `migrations_${name}`, ownerMayCreateDatabases: true });

  beforeAll(async () => {
    ({ ownerUrl } = await database('once'));
  });

  it('apply from empty, and have nothing to do the second time', async () => {
    for (const schema of schemas) {
      expect((await deploy(ownerUrl, schema)).length).toBeGreaterThan(0);
      expect(await deploy(ownerUrl, schema)).toEqual([]);
      expect(await status(ownerUrl, schema)).toMatchObject({ failedMigrationNames: [], editedMigrationNames: [] });
    }
  });

  it('are applied once by two that start at the same time', async () => {
    const { ownerUrl: url } = await database('race');
    for (const schema of schemas) {
      const program = path.resolve(import.meta.dirname, '../../dist/crmctl/main.js');
      const run = () => promisify(execFile)(process.execPath, [program, 'migrate', 'deploy', '--schema', schema.name], { env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url } });
      const outputs = (await Promise.all([run(), run()])).map(({ stdout }) => stdout);
      expect(outputs.filter((text) => text.includes('nothing to apply'))).toHaveLength(1);
      const { rows } = await withConnection(url, (client) => client.query<{ twice: number }>(`SELECT (count(*) - count(DISTINCT migration_name))::int AS twice FROM "${schema.name}"._prisma_migrations`));
      expect(rows[0]!.twice).toBe(0);
    }
    expect(await shapeOf(url)).toEqual(await shapeOf(ownerUrl));
  });

  it('build what stands in the order of names anew, once, when the server has another version of ICU', async () => {
    const crm = schemas.find(({ name }) => name === 'crm')!;
    const superuser = changeUrl(server(), { database: 'migrations_once' });
    const look = async () => (await withConnection(superuser, (client) => client.query<{ versions: boolean; file: number }>(`SELECT c.collversion = pg_collation_actual_version(c.oid) AS versions,
      pg_relation_filenode('crm.contact_sorted_by_name') AS file FROM pg_collation c WHERE c.collname = 'alphabet'`))).rows[0]!;
    const before = await look();
    expect(before.versions).toBe(true);
    await withConnection(superuser, (client) => client.query("UPDATE pg_collation SET collversion = '1.2.3' WHERE collname = 'alphabet'"));
    await deploy(ownerUrl, crm);
    const after = await look();
    expect([after.versions, after.file === before.file]).toEqual([true, false]);
    await deploy(ownerUrl, crm);
    expect(await look()).toEqual(after);
  });

  it('count the worth of deals that are there, whoever they belong to, and keep the rates that closed ones had', async () => {
    const crm = schemas.find(({ name }) => name === 'crm')!;
    const { ownerUrl: url } = await database('worth');
    const before = fs.readdirSync(path.join(crm.folder, 'migrations')).filter((name) => /^\d/.test(name) && name < '20261130010000');
    await deploy(url, crm, new Set(before));
    const somebody = '0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a11';
    const add = (workspace: number, currency: string) => `SELECT set_config('app.workspace_id', '00000000-0000-0000-0000-00000000000${workspace}', false);
      INSERT INTO crm.workspace_settings (workspace_id, default_currency, rates) VALUES (crm.current_workspace(), '${currency}', '{"USD": "0.5"}');
      INSERT INTO crm.pipeline (workspace_id, id, name, position, stage_list, created_by, updated_by) VALUES (crm.current_workspace(), '${somebody}', 'Sales', 0,
        '[{"id": "${somebody}", "name": "S", "type": "open", "probability": 50, "rotDays": null, "requiredFields": []}]', '${somebody}', '${somebody}');
      INSERT INTO crm.deal (workspace_id, id, name, amount, currency, status, closed_at, closed_rate, deleted_at, pipeline_id, stage_id, position, created_by, updated_by)
        SELECT crm.current_workspace(), gen_random_uuid(), name, 1000, currency, status, CASE WHEN status = 'won' THEN now() END, rate, deleted, '${somebody}', '${somebody}', name, '${somebody}', '${somebody}'
        FROM (VALUES ('open', 'USD', 'open', NULL, NULL), ('kept', 'USD', 'won', 0.9, NULL), ('loose', 'USD', 'won', NULL, NULL), ('unknown', 'CHF', 'won', NULL, NULL), ('binned', 'USD', 'won', 0.9, now()))
          AS d(name, currency, status, rate, deleted);`;
    await withConnection(url, (client) => client.query(add(1, 'EUR') + add(2, 'KWD')));
    await deploy(url, crm);
    const { rows } = await withConnection(changeUrl(server(), { database: 'migrations_worth' }), (client) => client.query<object>(`
      SELECT d.name, right(d.workspace_id::text, 1) AS workspace, d.closed_rate_to AS to, d.closed_rate::float AS rate, v.worth::int, v.live FROM crm.deal d JOIN crm.deal_worth v ON v.deal_id = d.id ORDER BY 2, 1`));
    const of = (workspace: string, to: string) => [
      { name: 'binned', workspace, to, rate: 0.9, worth: 90_000, live: false }, { name: 'kept', workspace, to, rate: 0.9, worth: 90_000, live: true },
      { name: 'loose', workspace, to, rate: 0.5, worth: 50_000, live: true }, { name: 'open', workspace, to: null, rate: null, worth: 50_000, live: true },
      { name: 'unknown', workspace, to: null, rate: null, worth: null, live: true },
    ];
    expect(rows).toEqual([...of('1', 'EUR'), ...of('2', 'KWD')]);
    const { rows: sums } = await withConnection(changeUrl(server(), { database: 'migrations_worth' }), (client) => client.query<object>(`
      SELECT currency, frozen_to AS to, deal_count AS count, amount_sum::int AS sum, frozen_sum::int AS frozen FROM crm.stage_rollup WHERE deal_count <> 0 AND workspace_id::text LIKE '%1' ORDER BY 1, 2`));
    expect(sums).toEqual([
      { currency: 'CHF', to: '', count: 1, sum: 1000, frozen: 0 }, { currency: 'USD', to: '', count: 1, sum: 1000, frozen: 0 }, { currency: 'USD', to: 'EUR', count: 2, sum: 2000, frozen: 1400 },
    ]);
  });

  it('chain the audit that is there, and leave the worker of the release before its rights until the new one takes over', async () => {
    const { ownerUrl: url } = await database('audit');
    for (const schema of schemas) {
      const names = fs.readdirSync(path.join(schema.folder, 'migrations')).filter((name) => /^\d/.test(name)).toSorted();
      await deploy(url, schema, new Set(names.slice(0, names.findIndex((name) => /_(audit_chain|worker_role)$/.test(name)))));
    }
    const as = (role: string) => changeUrl(server(), { database: 'migrations_audit', ...(role && { user: role, password: testPasswords.crm }) });
    const somebody = '0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a11';
    const append = (workspace: number, id: string): string => `INSERT INTO auth.audit_entry (workspace_id, id, actor_id, action, subject_id, details, request_id)
      SELECT '00000000-0000-0000-0000-00000000000${workspace}', ${id}, '${somebody}', 'member.joined', '${somebody}', '{"role": "Ümlaut | x"}', 'r'`;
    await withConnection(as(''), (client) => client.query([1, 2].map((workspace) => `${append(workspace, 'gen_random_uuid()')} FROM generate_series(1, 3)`).join(';')));
    const older = new pg.Client({ connectionString: as('crm_app') });
    await older.connect();
    for (const schema of schemas) await deploy(url, schema);
    await withConnection(as('auth_app'), (client) => client.query(`BEGIN; SELECT set_config('app.workspace_id', '00000000-0000-0000-0000-000000000001', true); ${append(1, `'${somebody}'`)}; COMMIT`));
    expect((await verifyAllChains(as(''))).map(({ schema, sealed, unsealed, problem }) => [schema, sealed, unsealed, problem])).toEqual([['auth', 4, 0, undefined], ['auth', 3, 0, undefined]]);
    await expect(older.query('SELECT count(*)::int AS n FROM crm.outbox_waiting(1)')).resolves.toMatchObject({ rows: [{ n: 0 }] });
    await withConnection(as('crm_worker'), async (client) => {
      await client.query('SELECT crm.worker_took_over()');
      await client.query('SELECT crm.outbox_waiting(1)');
    });
    await expect(older.query('SELECT crm.outbox_waiting(1)')).rejects.toMatchObject({ code: '42501' });
    await older.end();
  });

  it('leave a database alone that is ahead, as after a rollback', async () => {
    const crm = schemas.find(({ name }) => name === 'crm')!;
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-older-'));
    fs.cpSync(crm.folder, folder, { recursive: true });
    const newest = fs.readdirSync(path.join(folder, 'migrations')).filter((name) => /^\d/.test(name)).toSorted().at(-1)!;
    fs.rmSync(path.join(folder, 'migrations', newest), { recursive: true });
    expect(await deploy(ownerUrl, { ...crm, folder })).toEqual([]);
    expect(await status(ownerUrl, { ...crm, folder })).toMatchObject({ failedMigrationNames: [], editedMigrationNames: [] });
    fs.rmSync(folder, { recursive: true });
  });

  it('make exactly what schema.prisma says', async () => {
    // By the superuser: whether the owner may create databases is said for the whole server, which other tests prepare at the same time.
    for (const schema of schemas) expect(await difference(changeUrl(server(), { database: 'migrations_once' }), schema)).toBeNull();
  });

  it('force row-level security with a policy on every table that has a workspace', async () => {
    const { rows } = await withConnection(ownerUrl, (client) =>
      client.query<{ name: string }>(`
        SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('auth', 'crm') AND c.relkind IN ('r', 'p') AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped)
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`),
    );
    expect(rows).toEqual([]);
  });
}

describe('the migrations on PostgreSQL 18', () => suite(() => embedded));

/** Skipped by name where no PostgreSQL 15 is installed. */
(binaries15 === undefined ? describe.skip : describe)('the migrations on PostgreSQL 15', () => {
  let server: SystemPostgres | undefined;

  beforeAll(async () => {
    server = await startPostgres15();
  });

  afterAll(() => server?.stop());

  suite(() => server!.superuserUrl);
});
