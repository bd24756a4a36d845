import { pollUntil } from '../processes/poll.js';
import { PlainError } from '../terminal/plain-error.js';
import { withConnection } from './connection.js';

/** Resolves as soon as the server has these roles; an operator may still be making the one that came with this release. */
export async function waitForRoles(url: string, roles: readonly string[], seconds: number): Promise<void> {
  let missing: string[] = [];
  const areThere = async (): Promise<boolean> => {
    missing = await withConnection(url, async (client) => {
      const { rows } = await client.query<{ name: string }>('SELECT name FROM unnest($1::text[]) AS name WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)', [roles]);
      return rows.map(({ name }) => name);
    });
    return missing.length === 0;
  };
  if (await pollUntil(areThere, { within: seconds * 1000, every: 1000 })) return;
  throw new PlainError(`The database has no role ${missing.join(', ')}: make what is missing with crmctl database prepare, as the superuser, and try again.`);
}

/** Resolves as soon as the server lets this user in; a server that is being made or restarted has until then. */
export async function waitForServer(url: string, seconds: number): Promise<void> {
  let reason = '';
  const answers = async (): Promise<boolean> => {
    try {
      await withConnection(url, (client) => client.query('SELECT 1'));
      return true;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
      return false;
    }
  };
  if (await pollUntil(answers, { within: seconds * 1000, every: 1000 })) return;
  throw new PlainError(`The database did not answer within ${seconds} s: ${reason}`);
}
