import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepareDatabase } from '../database/prepare.js';
import { deploy } from '../database/migrate.js';
import { serviceSchemas } from '../database/migrations-folder.js';
import { postgresUser } from '../embedded/operating-user.js';
import { startPostgres, type EmbeddedPostgres } from '../embedded/postgres.js';

/** Every role of every test database; the servers listen on 127.0.0.1 and live as long as the run. */
export const testPassword = 'test-only-password';
export const testPasswords = { owner: testPassword, auth: testPassword, crm: testPassword, worker: testPassword, backup: testPassword, drill: testPassword };
export const templateDatabase = 'crm_vision_template';

export interface TestPostgres {
  server: EmbeddedPostgres;
  folder: string;
  superuserUrl: string;
}

/** A PostgreSQL in a temporary folder: fast, unsafe, and gone with the process that started it. */
export async function startTestPostgres(settings: Record<string, string> = {}): Promise<TestPostgres> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-test-'));
  fs.chmodSync(folder, postgresUser() ? 0o711 : 0o700);
  const server = await startPostgres({
    folder: path.join(folder, 'postgres'),
    password: testPassword,
    logFile: path.join(folder, 'postgres.log'),
    settings,
    disposable: { removeFolder: folder },
  });
  return { server, folder, superuserUrl: server.superuserUrl };
}

/** A migrated database that nobody connects to: test databases are copies of it. */
export async function makeTemplate(superuserUrl: string, database = templateDatabase): Promise<void> {
  const { ownerUrl } = await prepareDatabase(superuserUrl, testPasswords, { database, ownerMayCreateDatabases: true });
  for (const schema of serviceSchemas()) await deploy(ownerUrl, schema);
}
