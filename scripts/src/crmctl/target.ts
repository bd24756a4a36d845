import { changeUrl } from '../database/connection.js';
import { prepareDatabase } from '../database/prepare.js';
import { readOrMakeSecrets } from '../product/secrets.js';
import { dataFolder } from '../start/data-folder.js';
import { readInstance } from '../start/instance-lock.js';
import { PlainError } from '../terminal/plain-error.js';
import { startTestPostgres, testPasswords } from '../testing/test-databases.js';

const database = 'crm_vision';

/** The superuser's way into the database: DATABASE_URL, or the system that npm start runs from this clone. */
export function superuserUrl(): string {
  const given = process.env['DATABASE_URL'];
  if (given) return given;
  const folder = dataFolder();
  const running = readInstance(folder);
  if (running?.postgresPort === undefined) {
    throw new PlainError('There is no database to work on: start the system with npm start and try again in a second terminal, or set DATABASE_URL.');
  }
  const { superuser } = readOrMakeSecrets(folder).databasePasswords;
  return `postgresql://postgres:${encodeURIComponent(superuser)}@127.0.0.1:${running.postgresPort}/${database}`;
}

export const isEmbedded = (): boolean => !process.env['DATABASE_URL'];

/** The role that reads everything: DATABASE_URL as it is given, or the role of the running embedded database. */
export function backupUrl(): string {
  if (!isEmbedded()) return superuserUrl();
  return changeUrl(superuserUrl(), { user: 'backup', password: readOrMakeSecrets(dataFolder()).databasePasswords.backup });
}

/** Where backups are tried: DRILL_DATABASE_URL, whose role makes databases and sees no other, or the embedded server. */
export function drillUrl(): string {
  return process.env['DRILL_DATABASE_URL'] || superuserUrl();
}

/** DATABASE_URL as it is given (the owner in a cluster), or the owner of the running embedded database. */
export function ownerUrl(): string {
  if (process.env['DATABASE_URL']) return process.env['DATABASE_URL'];
  return changeUrl(superuserUrl(), { user: 'crm_vision', password: readOrMakeSecrets(dataFolder()).databasePasswords.owner });
}

/** A throw-away server for work on the migrations themselves, whose result are files. */
export async function withScratchDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const { server, superuserUrl: url } = await startTestPostgres();
  try {
    return await work((await prepareDatabase(url, testPasswords, { ownerMayCreateDatabases: true })).ownerUrl);
  } finally {
    await server.stop();
  }
}
