import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backUp } from '../../src/backup/backup.js';
import { Journal } from '../../src/backup/journal.js';
import { restoreInto } from '../../src/backup/restore-into.js';
import { changeUrl, withConnection } from '../../src/database/connection.js';
import { deploy, status } from '../../src/database/migrate.js';
import { serviceSchemas, type ServiceSchema } from '../../src/database/migrations-folder.js';
import { prepareDatabase } from '../../src/database/prepare.js';
import { testPasswords } from '../../src/testing/test-databases.js';
import { binaries15, startPostgres15, type SystemPostgres } from '../postgres-15.js';
import { migrationsOfLastRelease } from './last-release.js';
import { shapeOf } from './shape.js';

const namesOf = ({ folder }: ServiceSchema): string[] => fs.readdirSync(path.join(folder, 'migrations')).filter((name) => /^\d/.test(name));
const workspace = '0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a01';

/** Rows of a customer of that release, with what a text format could trip over. */
const FILL = `SELECT set_config('app.workspace_id', '${workspace}', false);
  INSERT INTO crm.company (workspace_id, id, name, industry, created_by, updated_by)
  SELECT '${workspace}', gen_random_uuid(), 'Company ' || n, (ARRAY['plain', E'two\nlines', E'\\N', 'ünï 漢字 🙂', ''])[n % 5 + 1], gen_random_uuid(), gen_random_uuid() FROM generate_series(1, 300) n`;

function suite(server: () => string): void {
  it('are brought up to now by the migrations since, with every row, and end as a database that began empty', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-release-'));
    const at = (database: string): string => changeUrl(server(), { database });
    const prepared = (database: string) => prepareDatabase(server(), testPasswords, { database });
    const companies = (database: string): Promise<unknown> => withConnection(at(database), async (client) => (await client.query<object>("SELECT count(*)::int AS rows, md5(string_agg(name || industry, '|' ORDER BY name)) AS sum FROM crm.company")).rows[0]);
    try {
      const then = await prepared('release_then');
      for (const schema of serviceSchemas()) await deploy(then.ownerUrl, schema, migrationsOfLastRelease(schema, namesOf(schema)));
      await withConnection(at('release_then'), (client) => client.query(FILL));
      const copy = await backUp({ url: at('release_then'), folder, embedded: true, method: 'copy', journal: new Journal(true, () => undefined) });

      await restoreInto(at('postgres'), 'release_now', copy);
      const now = await prepared('release_now');
      for (const schema of serviceSchemas()) {
        await deploy(now.ownerUrl, schema);
        expect(await status(now.ownerUrl, schema)).toMatchObject({ history: null, failedMigrationNames: [], editedMigrationNames: [] });
      }
      expect(await companies('release_now')).toEqual(await companies('release_then'));
      expect(await companies('release_now')).toMatchObject({ rows: 300 });

      const empty = await prepared('release_empty');
      for (const schema of serviceSchemas()) await deploy(empty.ownerUrl, schema);
      expect(await shapeOf(at('release_now'))).toEqual(await shapeOf(at('release_empty')));
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
}

describe('the data of the last release, on PostgreSQL 18,', () => suite(() => process.env['TEST_DATABASE_SUPERUSER_URL']!));

/** Skipped by name where there is no PostgreSQL 15. */
(binaries15 === undefined ? describe.skip : describe)('the data of the last release, on PostgreSQL 15,', () => {
  let server: SystemPostgres | undefined;

  beforeAll(async () => {
    server = await startPostgres15();
  });

  afterAll(() => server?.stop());

  suite(() => server!.superuserUrl);
});
