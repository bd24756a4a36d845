import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { changeUrl, withConnection } from '../../src/database/connection.js';
import { binaries15, startPostgres15, type SystemPostgres } from '../postgres-15.js';
import { backupStage, type BackupStage } from './stage.js';

jest.setTimeout(180_000);

const embedded = process.env['TEST_DATABASE_SUPERUSER_URL']!;
const content = "SELECT md5(string_agg(c::text, E'\\n' ORDER BY id)) AS sum FROM crm.company c";

/** What a service may see of the database: by its own role, behind the wall. */
async function seenByService(url: string, workspace: string): Promise<number[]> {
  return withConnection(url, async (client) => {
    const outside = await client.query('SELECT FROM crm.company');
    await client.query("SELECT set_config('app.workspace_id', $1, false)", [workspace]);
    return [outside.rowCount!, (await client.query('SELECT FROM crm.company')).rowCount!];
  });
}

function suite(method: 'pg_dump' | 'copy', server: () => string): void {
  let stage: BackupStage;
  let before: unknown;
  const restore = (...args: string[]) => stage.crmctl(['restore', ...args], { DATABASE_URL: stage.superuserUrl });
  const databases = async (): Promise<string[]> => (await stage.sql<{ name: string }>('SELECT datname AS name FROM pg_database WHERE datname LIKE $1 ORDER BY 1', [`${stage.name}%`], 'postgres')).map(({ name }) => name);

  beforeAll(async () => {
    stage = await backupStage(server(), method);
    before = await stage.sql(content);
    const ran = await stage.crmctl(['backup']);
    if (ran.code !== 0) throw new Error(ran.output);
    await stage.sql("DELETE FROM crm.company WHERE name LIKE '%7'");
  });
  afterAll(() => stage.clean());

  it('asks for the name of the database, and changes nothing without it or with another one', async () => {
    expect(await restore()).toMatchObject({ code: 1, output: expect.stringMatching(/Nothing was changed: say which database is replaced with --confirm NAME/) });
    expect(await restore('--confirm', 'production')).toMatchObject({ code: 1, output: expect.stringMatching(/Nothing was changed: the database is called backup_\w+, and "production" was given/) });
    expect(await databases()).toEqual([stage.name]);
  });

  it('is left to a superuser, since others could not give back owners and rights', async () => {
    const ran = await stage.crmctl(['restore', '--confirm', stage.name, '--replace'], { DATABASE_URL: stage.urls.drillUrl.replace('/postgres', `/${stage.name}`) });
    expect(ran).toMatchObject({ code: 1, output: expect.stringMatching(/A restore needs a superuser/) });
    expect(await databases()).toEqual([stage.name]);
  });

  it('refuses a database that is not empty', async () => {
    expect(await restore('--confirm', stage.name)).toMatchObject({ code: 1, output: expect.stringMatching(/is not empty \(crm\.\w+ has rows\): use --replace/) });
    expect(await databases()).toEqual([stage.name]);
  });

  it('leaves the target alone when the backup cannot be restored', async () => {
    const stranger = (await databases()).length;
    const wrong = stage.files().find((file) => file.endsWith('.json'))!;
    const manifest = fs.readFileSync(path.join(stage.folder, wrong), 'utf8');
    fs.writeFileSync(path.join(stage.folder, wrong), manifest.replace('"crm.company": 500', '"crm.company": 501'));
    expect(await restore('--confirm', stage.name, '--replace')).toMatchObject({ code: 1, output: expect.stringMatching(/crm\.company has 500 of 501/) });
    fs.writeFileSync(path.join(stage.folder, wrong), manifest);
    expect(await databases()).toHaveLength(stranger);
    expect(await stage.sql(content)).not.toEqual(before);
  });

  it('clears up after a restore that was killed', async () => {
    await stage.sql(`CREATE DATABASE "${stage.name}_restored_20260101000000"`, [], 'postgres');
    await restore('--confirm', stage.name, '--replace');
    const left = await databases();
    expect(left.filter((name) => name.includes('_restored_'))).toEqual([]);
    for (const name of left.filter((each) => each.includes('_before_'))) await restore('drop-old', name);
    await stage.sql("DELETE FROM crm.company WHERE name LIKE '%7'");
  });

  it('puts the same rows back while services are connected, keeps what was there, and says what to do next', async () => {
    await withConnection(stage.urls.crmUrl, async (service) => {
      const ran = await restore('--confirm', stage.name, '--replace');
      expect(ran).toMatchObject({ code: 0, output: expect.stringMatching(/crmctl restore drop-old .*_before_\d{14}/) });
      await expect(service.query('SELECT 1')).rejects.toThrow();
    });
    expect(await stage.sql(content)).toEqual(before);
    expect(await seenByService(stage.urls.crmUrl, stage.workspace)).toEqual([0, 500]);
    const [kept] = (await databases()).filter((name) => name.includes('_before_'));
    expect(await stage.sql("SELECT count(*)::int AS n FROM crm.company", [], kept)).toEqual([{ n: 450 }]);
    expect(await stage.sql("SELECT last_success_at IS NOT NULL AS known FROM crm.backup_status WHERE kind = 'backup'")).toEqual([{ known: true }]);
    expect(await restore('drop-old', stage.name)).toMatchObject({ code: 1 });
    expect(await restore('drop-old', kept!)).toMatchObject({ code: 0 });
    expect(await databases()).toEqual([stage.name]);
  });

  it('fills a server on which the database is gone', async () => {
    await stage.sql(`DROP DATABASE "${stage.name}" WITH (FORCE)`, [], 'postgres');
    expect(await restore('--confirm', stage.name)).toMatchObject({ code: 0 });
    expect(await stage.sql(content)).toEqual(before);
    expect((await stage.crmctl(['backup'])).code).toBe(0);
  });

  it('gives nobody more than before: the roles for backups read and do not write, and those for drills are not let in', async () => {
    await withConnection(stage.urls.backupUrl, async (client) => {
      expect((await client.query('SELECT FROM crm.company')).rowCount).toBe(500);
      await client.query('SET default_transaction_read_only = off');
      for (const write of ['DELETE FROM crm.company', "UPDATE auth.users SET name = 'x'", 'CREATE TABLE crm.own (n int)', "UPDATE crm.backup_status SET failures = 0"]) {
        await expect(client.query(write)).rejects.toThrow(/permission denied/);
      }
    });
    await expect(withConnection(changeUrl(stage.urls.drillUrl, { database: stage.name }), (client) => client.query('SELECT 1'))).rejects.toThrow(/permission denied for database/);
  });
}

describe("a restore by crmctl's own method on the embedded PostgreSQL", () => suite('copy', () => embedded));

/** Where no PostgreSQL with its client is installed, the suite of the cluster proves the same. */
(binaries15 === undefined ? describe.skip : describe)('a restore by pg_restore on PostgreSQL 15', () => {
  let server: SystemPostgres | undefined;
  beforeAll(async () => {
    server = await startPostgres15();
  });
  suite('pg_dump', () => server!.superuserUrl);
  afterAll(() => server?.stop());
});
