import { type RolePasswords, prepareServer } from '../database/prepare.js';
import { waitForServer } from '../database/wait-for-server.js';
import { PlainError } from '../terminal/plain-error.js';
import { superuserUrl } from './target.js';

/** Which variable holds the password of which role. */
const variables = { owner: 'OWNER_PASSWORD', auth: 'AUTH_PASSWORD', crm: 'CRM_PASSWORD', worker: 'WORKER_PASSWORD', backup: 'BACKUP_PASSWORD', drill: 'DRILL_PASSWORD' } as const;

/** `crmctl database prepare`: database, roles and extensions on a server that has none of them, as its superuser. Safe to repeat; also changes passwords. */
export async function prepare(waitSeconds: number): Promise<number> {
  const url = superuserUrl();
  await waitForServer(url, waitSeconds);
  await prepareServer(url, passwordsFrom(process.env));
  process.stdout.write('The database and its roles are there.\n');
  return 0;
}

/** A role whose variable is absent keeps its password. */
export function passwordsFrom(environment: NodeJS.ProcessEnv): Partial<RolePasswords> {
  const given = Object.entries(variables).filter(([, variable]) => environment[variable]);
  const short = given.find(([, variable]) => environment[variable]!.length < 16);
  if (short) throw new PlainError(`${short[1]} is too short: a password of the database has 16 characters or more.`);
  return Object.fromEntries(given.map(([role, variable]) => [role, environment[variable]]));
}
