import { createInterface } from 'node:readline/promises';
import pg from 'pg';
import { changeUrl, withConnection } from '../database/connection.js';
import { deploy } from '../database/migrate.js';
import { serviceSchemas } from '../database/migrations-folder.js';
import { PlainError } from '../terminal/plain-error.js';
import type { Copy } from './copies.js';
import { secondsSince, type Journal } from './journal.js';
import { dropDatabase, needSuperuser, restoreInto } from './restore-into.js';
import { smoke } from './smoke.js';
import { swapIn } from './swap.js';
import { listTables, qualified } from './tables.js';
import { verifyCopy } from './verify.js';

export interface RestoreJob {
  /** The server as a superuser; the database in it does not matter. */
  adminUrl: string;
  /** The database that is replaced. */
  target: string;
  copy: Copy;
  /** The target's name as the person gave it; undefined: ask. */
  confirm: string | undefined;
  replace: boolean;
  /** Drop what was there before, once the new one is in its place and verified. */
  dropOld: boolean;
  journal: Journal;
}

/** Restores beside the target and takes its place when everything is as it was counted; until then the target is not touched. */
export async function restore(job: RestoreJob): Promise<void> {
  const from = performance.now();
  const { target, copy, journal } = job;
  const adminUrl = changeUrl(job.adminUrl, { database: 'postgres' });
  await confirm(job);
  await needSuperuser(adminUrl);
  await verifyCopy(copy);
  if (!job.replace) await refuseNonEmpty(adminUrl, target);
  await dropLeftovers(adminUrl, target);
  const beside = `${target}_restored_${stamp()}`;
  journal.say('restore.start', `Restoring ${copy.name} beside ${target} ...`, { name: copy.name, target, beside });
  let kept: string | null;
  try {
    await restoreInto(adminUrl, beside, copy);
    await bringUpToDate(adminUrl, beside);
    await smoke(changeUrl(adminUrl, { database: beside }));
    kept = await swapIn(adminUrl, { target, beside, aside: `${target}_before_${stamp()}` });
  } catch (error) {
    await dropDatabase(adminUrl, beside).catch(() => undefined);
    throw error;
  }
  if (kept !== null && job.dropOld) await dropDatabase(adminUrl, kept);
  const old = kept === null || job.dropOld ? null : kept;
  journal.say('restore.end', `${target} now holds the ${copy.manifest.rows} rows of ${copy.manifest.takenAt}, after ${secondsSince(from)} s.`, { name: copy.name, target, kept: old, seconds: secondsSince(from) });
  for (const step of nextSteps(target, old)) journal.say('restore.next', step);
}

/** What killed restores left. One that is being filled has connections, and is not dropped. */
async function dropLeftovers(adminUrl: string, target: string): Promise<void> {
  await withConnection(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT datname AS name FROM pg_database WHERE datname ~ $1', [`^${target}_restored_\\d{14}$`]);
    for (const { name } of rows) await client.query(`DROP DATABASE ${pg.escapeIdentifier(name)}`).catch(() => undefined);
  });
}

async function confirm({ target, confirm: given, copy }: RestoreJob): Promise<void> {
  const answer = given ?? (await ask(`This replaces the database ${target} by the backup ${copy.name}. Type the name of the database to go on: `));
  if (answer !== target) throw new PlainError(`Nothing was changed: the database is called ${target}, and "${answer}" was given.`);
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new PlainError('Nothing was changed: say which database is replaced with --confirm NAME.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return terminal.question(question).finally(() => terminal.close());
}

/** Rows of the migrations' own tables do not count: a new system has them. */
async function refuseNonEmpty(adminUrl: string, target: string): Promise<void> {
  const exists = await withConnection(adminUrl, async (client) => (await client.query('SELECT FROM pg_database WHERE datname = $1', [target])).rowCount === 1);
  if (!exists) return;
  await withConnection(changeUrl(adminUrl, { database: target }), async (client) => {
    await client.query('SET row_security = off');
    for (const table of (await listTables(client)).filter(({ name }) => name !== '_prisma_migrations' && name !== 'backup_status')) {
      const { rowCount } = await client.query(`SELECT FROM ${qualified(table)} LIMIT 1`);
      if (rowCount) throw new PlainError(`The database ${target} is not empty (${table.schema}.${table.name} has rows): use --replace to put the backup in its place; what is there now is kept aside.`);
    }
  });
}

/** A backup of an earlier version gets the migrations that came since. Before that it has to be the same, after it it need not. */
async function bringUpToDate(adminUrl: string, database: string): Promise<void> {
  const quoted = pg.escapeIdentifier(database);
  await withConnection(adminUrl, (client) => client.query(`ALTER DATABASE ${quoted} SET role = crm_vision`));
  for (const schema of serviceSchemas()) await deploy(changeUrl(adminUrl, { database }), schema);
  await withConnection(adminUrl, (client) => client.query(`ALTER DATABASE ${quoted} RESET role`));
}

const stamp = (): string => new Date().toISOString().replace(/\D/g, '').slice(0, 14);

function nextSteps(target: string, kept: string | null): string[] {
  return [
    'Next: sign in and look at something you know. The services connect again by themselves; browsers reload their lists.',
    ...(kept === null ? [] : [`What ${target} held before is kept in ${kept}. When you are content: crmctl restore drop-old ${kept}`]),
    'Then take a backup of what is there now: crmctl backup',
  ];
}

