import { PlainError } from '../terminal/plain-error.js';
import { findClient, refuseOlder, type ClientProgram } from './client-programs.js';

export type Method = { kind: 'pg_dump'; client: ClientProgram } | { kind: 'copy'; reason: string };

export interface MethodChoice {
  asked: string | undefined;
  serverVersion: number;
  /** The database of npm start, which brings no pg_dump: there a client that does not fit is no reason to have no backup. */
  embedded: boolean;
}

/** pg_dump where there is one that fits, else crmctl's own way; an older one beside a server of somebody's own is refused. */
export async function chooseMethod({ asked, serverVersion, embedded }: MethodChoice): Promise<Method> {
  if (asked === 'copy') return { kind: 'copy', reason: 'as asked' };
  if (asked !== undefined && asked !== 'pg_dump') throw new PlainError(`There is no method "${asked}": use pg_dump or copy.`);
  const client = await findClient('pg_dump');
  if (client === null) {
    if (asked === 'pg_dump') throw new PlainError('pg_dump is not installed: install the PostgreSQL client, or use --method copy.');
    return { kind: 'copy', reason: 'there is no pg_dump here' };
  }
  const tooOld = client.major < Math.floor(serverVersion / 10_000);
  if (tooOld && embedded && asked === undefined) return { kind: 'copy', reason: `pg_dump ${client.version} is older than the embedded PostgreSQL` };
  refuseOlder(client, serverVersion);
  return { kind: 'pg_dump', client };
}
