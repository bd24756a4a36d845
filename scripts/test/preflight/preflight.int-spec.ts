import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceSchemas, type ServiceSchema } from '../../src/database/migrations-folder.js';
import { preflight, type Circumstances } from '../../src/preflight/preflight.js';
import { backupStage, type BackupStage } from '../backup/stage.js';

let stage: BackupStage;
let folder: string;
beforeAll(async () => {
  stage = await backupStage(process.env['TEST_DATABASE_SUPERUSER_URL']!, 'copy');
  expect((await stage.crmctl(['backup'])).code).toBe(0);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-preflight-'));
});
afterEach(() => fs.rmSync(path.join(folder, 'crm'), { recursive: true, force: true }));
afterAll(async () => {
  fs.rmSync(folder, { recursive: true, force: true });
  await stage.clean();
});

/** The schema of crm with one migration more than the database has. */
function withMigration(sql: string): ServiceSchema[] {
  const crm = serviceSchemas().find(({ name }) => name === 'crm')!;
  const next = path.join(folder, 'crm', 'migrations', '29990101000000_next');
  fs.cpSync(crm.folder, path.join(folder, 'crm'), { recursive: true });
  fs.mkdirSync(next);
  fs.writeFileSync(path.join(next, 'migration.sql'), sql);
  return [{ ...crm, folder: path.join(folder, 'crm') }];
}

async function refusals(change: Partial<Circumstances> = {}): Promise<string[]> {
  const answers = await preflight({
    url: stage.urls.backupUrl, drillUrl: stage.superuserUrl, backupFolder: stage.folder, database: stage.name, maxAgeHours: 26, running: '0.1.0', next: '0.1.0', cluster: null, ...change,
  });
  return answers.flatMap(({ refusal }) => refusal ?? []);
}

const copies = async (): Promise<string[]> => (await stage.sql<{ datname: string }>("SELECT datname FROM pg_database WHERE datname LIKE 'preflight%'", [], 'postgres')).map(({ datname }) => datname);

describe('an upgrade may begin', () => {
  it('when a fresh backup is there and the migrations succeed on a copy of it, which is gone afterwards', async () => {
    expect(await refusals({ schemas: withMigration('ALTER TABLE crm.company ADD COLUMN nickname text;') })).toEqual([]);
    expect(await stage.sql("SELECT 1 FROM information_schema.columns WHERE table_schema = 'crm' AND column_name = 'nickname'")).toEqual([]);
    expect(await copies()).toEqual([]);
  });

  it('as crmctl says, in lines', async () => {
    const { code, output } = await stage.crmctl(['preflight', '--running', '0.1.0']);
    expect(output).toMatch(/^ok {2}backup {5}.* every byte read$/m);
    expect(output).toContain('The upgrade may begin.');
    expect(code).toBe(0);
  });
});

describe('an upgrade may not begin', () => {
  it('without a backup, or with one that is too old', async () => {
    const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-empty-'));
    expect(await refusals({ backupFolder: empty })).toEqual([`There is no backup in ${empty}: take one with crmctl backup.`]);
    expect(await refusals({ maxAgeHours: -1 })).toEqual([expect.stringMatching(/^The newest backup is \d+ hours old: take one with crmctl backup\.$/)]);
    fs.rmSync(empty, { recursive: true });
  });

  it('while a migration takes something away from the code that runs', async () => {
    const [first, ...more] = await refusals({ schemas: withMigration('ALTER TABLE crm.company DROP COLUMN phone_extension_of_nobody;') });
    expect(first).toBe('29990101000000_next of crm drops a column of crm.company, which the release that runs still uses: upgrade to a release in between, or wait for one that only adds.');
    expect(more).toHaveLength(1);
  });

  it('when a migration fails on the data that are there', async () => {
    const [first] = await refusals({ schemas: withMigration('ALTER TABLE crm.company ADD CONSTRAINT nobody CHECK (false);') });
    expect(first).toMatch(/^The migrations do not succeed on a copy of the newest backup: .*nobody/);
    expect(await copies()).toEqual([]);
  });

  it('to a version that is older', async () => {
    expect(await refusals({ running: '0.2.0' })).toEqual(['0.1.0 is older than the 0.2.0 that runs: go back with helm rollback, which is tested for one release.']);
  });

  it('and crmctl ends with 2 and says how many answers stand in its way', async () => {
    const { code, output } = await stage.crmctl(['preflight', '--max-age', '0h', '--running', '0.3.0']);
    expect(output).toContain('The upgrade may not begin: 2 of 5 answers stand in its way.');
    expect(code).toBe(2);
  });
});
