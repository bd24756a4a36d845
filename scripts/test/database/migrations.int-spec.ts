import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeUrl, withConnection } from '../../src/database/connection.js';
import { deploy, difference, status } from '../../src/database/migrate.js';
import { serviceSchemas } from '../../src/database/migrations-folder.js';
import { prepareDatabase } from '../../src/database/prepare.js';
import { testPasswords } from '../../src/testing/test-databases.js';
import { binaries15, startPostgres15, type SystemPostgres } from '../postgres-15.js';

const schemas = serviceSchemas();
const embedded = process.env['TEST_DATABASE_SUPERUSER_URL']!;

/** Tables and policies that the migrations made, to compare two runs. */
async function shapeOf(url: string): Promise<unknown[]> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<object>(`
      SELECT n.nspname, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('auth', 'crm') ORDER BY 1, 2`);
    return rows;
  });
}

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
