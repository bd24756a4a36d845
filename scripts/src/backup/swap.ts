import pg from 'pg';
import { withConnection } from '../database/connection.js';
import { PlainError } from '../terminal/plain-error.js';

interface Names {
  target: string;
  /** The restored database. */
  beside: string;
  /** What the old one is called afterwards. */
  aside: string;
}

/** The restored database takes the target's name. Answers the name of the old one; null when there was none. */
export async function swapIn(adminUrl: string, { target, beside, aside }: Names): Promise<string | null> {
  return withConnection(adminUrl, async (client) => {
    const existed = (await client.query('SELECT FROM pg_database WHERE datname = $1', [target])).rowCount === 1;
    if (existed) await renameAway(client, target, aside);
    try {
      await rename(client, beside, target);
    } catch (error) {
      if (existed) await rename(client, aside, target);
      throw error;
    }
    if (existed) await client.query(`ALTER DATABASE ${pg.escapeIdentifier(aside)} ALLOW_CONNECTIONS true`);
    return existed ? aside : null;
  });
}

/** Nobody new comes in, everybody inside is sent away, and services come back to the new one. */
async function renameAway(client: pg.Client, target: string, aside: string): Promise<void> {
  const quoted = pg.escapeIdentifier(target);
  await client.query(`ALTER DATABASE ${quoted} ALLOW_CONNECTIONS false`);
  try {
    await client.query('SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()', [target]);
    await rename(client, target, aside);
  } catch (error) {
    await client.query(`ALTER DATABASE ${quoted} ALLOW_CONNECTIONS true`);
    throw new PlainError(`The database ${target} could not be renamed and stays as it was: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
}

async function rename(client: pg.Client, from: string, to: string): Promise<void> {
  await client.query(`ALTER DATABASE ${pg.escapeIdentifier(from)} RENAME TO ${pg.escapeIdentifier(to)}`);
}
