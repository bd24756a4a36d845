import type pg from 'pg';
import { withConnection } from '../database/connection.js';
import { PlainError } from '../terminal/plain-error.js';
import { aligned } from '../terminal/table.js';
import { ownerUrl } from './target.js';

const names = ['records', 'bytes', 'events'] as const;
type QuotaName = (typeof names)[number];

/** Null: the installation's. */
type Limits = Partial<Record<QuotaName, number | null>>;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** As in the configuration of crm. */
const MOST = 2 ** 50;

/** `crmctl quota show|set WORKSPACE [NAME=N|default ...]`: what one workspace may have. */
export async function quota([verb = '', workspaceId = '', ...assignments]: string[]): Promise<number> {
  if (verb !== 'show' && verb !== 'set') throw new PlainError(`There is no "quota ${verb}": use show or set. See npm run crmctl -- --help.`);
  if (!UUID.test(workspaceId)) throw new PlainError(`Name the workspace by its id, and not "${workspaceId}".`);
  const limits = limitsFrom(verb, assignments);
  await withConnection(ownerUrl(), async (client) => {
    await client.query("select set_config('app.workspace_id', $1, false)", [workspaceId]);
    const { rowCount } = await client.query('select 1 from auth.workspace where id = $1', [workspaceId]);
    if (rowCount === 0) throw new PlainError(`There is no workspace ${workspaceId}.`);
    for (const name of names) if (limits[name] !== undefined) await set(client, workspaceId, name, limits[name]);
    process.stdout.write(`${await tableOf(client, workspaceId)}\n`);
  });
  return 0;
}

function limitsFrom(verb: 'show' | 'set', assignments: readonly string[]): Limits {
  if ((verb === 'set') !== assignments.length > 0) throw new PlainError(`"quota ${verb}" takes ${verb === 'set' ? 'quotas, such as records=2000000' : 'nothing but the workspace'}.`);
  return Object.fromEntries(assignments.map((assignment) => {
    const [name = '', value = ''] = assignment.split('=', 2);
    if (!names.some((known) => known === name)) throw new PlainError(`There is no quota "${name}"; there are ${names.join(', ')}.`);
    if (value === 'default') return [name, null];
    if (!/^\d{1,16}$/.test(value) || Number(value) < 1 || Number(value) > MOST) throw new PlainError(`${name} has to be a whole number from 1 to ${MOST}, or "default", and not "${value}".`);
    return [name, Number(value)];
  }));
}

async function set(client: pg.Client, workspaceId: string, name: QuotaName, limit: number | null): Promise<void> {
  await client.query(`insert into crm.workspace_quota (workspace_id, ${name}) values ($1, $2) on conflict (workspace_id) do update set ${name} = excluded.${name}`, [workspaceId, limit]);
}

async function tableOf(client: pg.Client, workspaceId: string): Promise<string> {
  const { rows: [used] } = await client.query<Record<QuotaName, string>>(
    `select greatest(coalesce(sum(records), 0), 0) as records, greatest(coalesce(sum(bytes), 0), 0) as bytes, coalesce(sum(events) filter (where hour = date_trunc('hour', now())), 0) as events
     from crm.workspace_usage where workspace_id = $1`, [workspaceId]);
  const { rows: [own] } = await client.query<Record<QuotaName, string | null>>('select records, bytes, events from crm.workspace_quota where workspace_id = $1', [workspaceId]);
  return aligned([['quota', 'used', 'limit'], ...names.map((name) => [name, used![name], own?.[name] ?? "the installation's"])]);
}
