import { availableParallelism } from 'node:os';
import pg from 'pg';
import { changeUrl, withConnection } from '../database/connection.js';
import { prepareServer } from '../database/prepare.js';
import { PlainError } from '../terminal/plain-error.js';
import { connectionOf, needClient, refuseOlder, run } from './client-programs.js';
import type { Copy } from './copies.js';
import { restoreByCopy } from './copy-restore.js';
import { countTables } from './snapshot.js';
import { differences } from './verify.js';

/** Most of the time goes into indexes, which are made side by side. */
const parallelJobs = Math.min(4, availableParallelism());

/** Puts the backup into a database that is made for it, and finds the same rows there. */
export async function restoreInto(adminUrl: string, database: string, copy: Copy): Promise<void> {
  const { superuser, version } = await whoAmI(adminUrl);
  if (version < Math.floor(copy.manifest.serverVersion / 10_000)) {
    throw new PlainError(`The backup comes from PostgreSQL ${Math.floor(copy.manifest.serverVersion / 10_000)} and the server is ${version}: restore it on a server that is as new.`);
  }
  if (copy.manifest.method === 'copy' && !superuser) throw new PlainError("A backup by crmctl's own method is restored by a superuser: give one in DATABASE_URL.");
  // The same code that prepares a new system: roles, their rights and extensions are not in a dump.
  if (superuser) await prepareServer(adminUrl, {}, { database });
  else await withConnection(adminUrl, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} TEMPLATE template0 ENCODING 'UTF8'`));
  if (copy.manifest.method === 'copy') await restoreByCopy(adminUrl, database, copy);
  else await restoreByClient(changeUrl(adminUrl, { database }), copy, superuser ? [] : ['--no-owner', '--no-privileges']);
  await sameRows(changeUrl(adminUrl, { database }), copy);
}

async function restoreByClient(url: string, { file, manifest }: Copy, options: string[]): Promise<void> {
  const client = await needClient('pg_restore');
  refuseOlder(client, manifest.serverVersion);
  const { argument, env } = connectionOf(url);
  await run(client, ['--exit-on-error', '--no-password', `--jobs=${parallelJobs}`, ...options, `--dbname=${argument}`, file], { env });
}

/** Every table has the rows that were counted when the backup was taken. */
export async function sameRows(url: string, { manifest }: Pick<Copy, 'manifest'>): Promise<void> {
  const found = await withConnection(url, async (client) => {
    await client.query('SET row_security = off');
    return countTables(client);
  });
  const wrong = differences(manifest.tables, found);
  if (wrong.length > 0) throw new PlainError(`The restored database differs from the backup: ${wrong.join(', ')}.`);
}

/** Ownership and rights are part of a database that services work in; only a superuser can give them back. */
export async function needSuperuser(url: string): Promise<void> {
  if (!(await whoAmI(url)).superuser) throw new PlainError('A restore needs a superuser, who alone can give back owners and rights: name one in DATABASE_URL.');
}

async function whoAmI(url: string): Promise<{ superuser: boolean; version: number }> {
  return withConnection(url, async (client) => {
    const { rows: [role] } = await client.query<{ superuser: boolean; version: number }>(
      "SELECT rolsuper AS superuser, current_setting('server_version_num')::int / 10000 AS version FROM pg_roles WHERE rolname = current_user",
    );
    return role!;
  });
}

export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  await withConnection(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`));
}
