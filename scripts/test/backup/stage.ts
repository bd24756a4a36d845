import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { changeUrl, withConnection } from '../../src/database/connection.js';
import { deploy } from '../../src/database/migrate.js';
import { serviceSchemas } from '../../src/database/migrations-folder.js';
import { prepareDatabase, type PreparedDatabase } from '../../src/database/prepare.js';
import { testPasswords } from '../../src/testing/test-databases.js';

export const program = path.resolve(import.meta.dirname, '../../dist/crmctl/main.js');

export interface Ran {
  code: number | null;
  /** Lines of its journal. */
  events: Record<string, unknown>[];
  output: string;
}

/** A database with rows in it, a folder for its backups, and `crmctl` to work on both. */
export interface BackupStage {
  name: string;
  folder: string;
  urls: PreparedDatabase;
  superuserUrl: string;
  workspace: string;
  /** As a superuser, in the database of the stage or another one. */
  sql<T extends pg.QueryResultRow>(text: string, values?: unknown[], database?: string): Promise<T[]>;
  crmctl(args: string[], env?: Record<string, string>): Promise<Ran>;
  environment: Record<string, string>;
  files(): string[];
  clean(): Promise<void>;
}

export async function backupStage(serverUrl: string, method: 'pg_dump' | 'copy'): Promise<BackupStage> {
  const name = `backup_${randomUUID().slice(0, 8)}`;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-backups-'));
  const urls = await prepareDatabase(serverUrl, testPasswords, { database: name });
  for (const schema of serviceSchemas()) await deploy(urls.ownerUrl, schema);
  const superuserUrl = changeUrl(serverUrl, { database: name });
  const workspace = randomUUID();
  const sql = async <T extends pg.QueryResultRow>(text: string, values?: unknown[], database = name): Promise<T[]> =>
    withConnection(changeUrl(serverUrl, { database }), async (client) => (await client.query<T>(text, values)).rows);
  await fill(sql, workspace);
  const environment = { DATABASE_URL: urls.backupUrl, DRILL_DATABASE_URL: method === 'copy' ? superuserUrl : urls.drillUrl, BACKUP_FOLDER: folder };
  const methodOf = (args: string[]): string[] => (args[0] === 'backup' && args[1] !== 'list' && !args.includes('--method') ? ['--method', method] : []);
  const crmctl = (args: string[], env: Record<string, string> = {}): Promise<Ran> =>
    run([...args, ...methodOf(args)], { ...environment, ...env });
  const clean = async (): Promise<void> => {
    fs.rmSync(folder, { recursive: true, force: true });
    for (const { datname } of await sql<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [`${name}%`], 'postgres')) await sql(`DROP DATABASE "${datname}" WITH (FORCE)`, [], 'postgres');
  };
  return { name, folder, urls, superuserUrl, workspace, sql, crmctl, environment, files: () => fs.readdirSync(folder).sort(), clean };
}

/** Rows with what a text format could trip over: line ends, tabs, backslashes, its own end mark, absent and empty values. */
async function fill(sql: BackupStage['sql'], workspace: string): Promise<void> {
  const odd = ['plain', 'two\nlines', 'tab\there', '\\.', '\\N', 'back\\slash', '', '"quoted"', 'ünï 漢字 🙂', '\\.\n\\.'];
  await sql(
    `INSERT INTO crm.company (workspace_id, id, name, industry, created_by, updated_by)
     SELECT $1, gen_random_uuid(), 'Company ' || n, ($2::text[])[n % 11 + 1], gen_random_uuid(), gen_random_uuid() FROM generate_series(1, 500) n`,
    [workspace, odd],
  );
}

function run(args: string[], env: Record<string, string>): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const events = output.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
      resolve({ code, events, output });
    });
  });
}
