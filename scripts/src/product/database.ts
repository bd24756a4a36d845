import { withConnection } from '../database/connection.js';
import { deploy } from '../database/migrate.js';
import { serviceSchemas } from '../database/migrations-folder.js';
import { prepareDatabase, type PreparedDatabase, type RolePasswords } from '../database/prepare.js';
import { PlainError } from '../terminal/plain-error.js';

const oldestVersion = 150_000;

/** A server of the person's own: says plainly what is wrong with it. */
export async function checkOwnServer(url: string): Promise<void> {
  const where = placeOf(url);
  const { version, superuser } = await withConnection(url, async (client) => {
    const { rows } = await client.query<{ version: number; superuser: boolean }>(
      "SELECT current_setting('server_version_num')::int AS version, rolsuper AS superuser FROM pg_roles WHERE rolname = current_user",
    );
    return rows[0]!;
  }).catch((error: unknown) => {
    throw new PlainError(`The PostgreSQL of DATABASE_URL (${where}) cannot be used: ${reasonOf(error)}. Start it, correct DATABASE_URL, or unset it for the embedded one.`);
  });
  if (version < oldestVersion) throw new PlainError(`The PostgreSQL of DATABASE_URL (${where}) is version ${Math.floor(version / 10_000)}: 15 or newer is needed.`);
  if (!superuser) throw new PlainError(`The user of DATABASE_URL (${where}) has to be a superuser: roles and extensions are made with it, and the services get roles of their own.`);
}

/** Makes database, roles and tables; resolves to what was applied. */
export async function prepareAndMigrate(superuserUrl: string, passwords: RolePasswords): Promise<{ database: PreparedDatabase; applied: string[] }> {
  const database = await prepareDatabase(superuserUrl, passwords);
  const applied: string[] = [];
  for (const schema of serviceSchemas()) applied.push(...(await deploy(database.ownerUrl, schema)));
  return { database, applied };
}

/** Host and port, without the password. */
export function placeOf(url: string): string {
  try {
    return new URL(url).host || 'local';
  } catch {
    throw new PlainError('DATABASE_URL is no address: it has to look like postgres://user:password@host:5432/postgres.');
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return message || code || String(error);
}
