import { withConnection } from '../database/connection.js';
import { PlainError } from '../terminal/plain-error.js';

/** Each is a sentence about what is wrong, and a query whose answer must be 0. */
const checks: [wrong: string, query: string][] = [
  ['tables with a workspace are not behind row-level security', `
    SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('auth', 'crm') AND c.relkind IN ('r', 'p')
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped)
      AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`],
  ['schemas, the only ones, have lost their policies', "SELECT (count(*) = 0)::int FROM pg_policies WHERE schemaname IN ('auth', 'crm')"],
  ['indexes are not valid', 'SELECT count(*) FROM pg_index WHERE NOT indisvalid'],
  // A check that came to a table with rows in it is not validated in the original either.
  ['constraints are not valid', "SELECT count(*) FROM pg_constraint WHERE NOT convalidated AND contype <> 'c'"],
  ['migrations are not finished', `SELECT (SELECT count(*) FROM auth._prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL)
      + (SELECT count(*) FROM crm._prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL)`],
  ['memberships have no person', 'SELECT count(*) FROM auth.membership m WHERE NOT EXISTS (SELECT FROM auth.users u WHERE u.id = m.user_id)'],
  ['deals have no stage', 'SELECT count(*) FROM crm.deal d WHERE NOT EXISTS (SELECT FROM crm.stage s WHERE s.workspace_id = d.workspace_id AND s.id = d.stage_id)'],
];

/** Asks the restored database what the services would ask, and what nobody asks until it is too late. */
export function smoke(url: string): Promise<number> {
  return withConnection(url, async (client) => {
    for (const [wrong, query] of checks) {
      const { rows: [answer] } = await client.query<[string | number]>({ text: query, rowMode: 'array' });
      const found = Number(answer![0]);
      if (found > 0) throw new PlainError(`The restored database is not right: ${found} ${wrong}.`);
    }
    return checks.length;
  });
}
