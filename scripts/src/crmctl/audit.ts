import { type SealedEntry, sealedColumns, verifyChain } from '@crm-vision/common/audit-chain';
import type pg from 'pg';
import { withConnection } from '../database/connection.js';

const page = 1_000;
const schemas = ['auth', 'crm'] as const;
type Schema = (typeof schemas)[number];

export interface ChainReport {
  schema: Schema;
  workspaceId: string;
  sealed: number;
  unsealed: number;
  /** A sentence about the first thing that is wrong. */
  problem?: string;
}

/** Checks both chains of every workspace, as a superuser: row-level security hides the entries from everybody else. */
export function verifyAllChains(superuserUrl: string): Promise<ChainReport[]> {
  return withConnection(superuserUrl, async (client) => {
    const reports: ChainReport[] = [];
    for (const schema of schemas) reports.push(...(await chainsOf(client, schema)));
    return reports;
  });
}

async function chainsOf(client: pg.Client, schema: Schema): Promise<ChainReport[]> {
  const { rows } = await client.query<{ id: string; unsealed: number }>(
    `SELECT workspace_id::text AS id, count(*) FILTER (WHERE seq IS NULL)::int AS unsealed FROM ${schema}.audit_entry GROUP BY workspace_id ORDER BY workspace_id`,
  );
  const reports: ChainReport[] = [];
  for (const { id, unsealed } of rows) {
    const { entries, problem } = await verifyChain(sealedEntries(client, schema, id));
    reports.push({ schema, workspaceId: id, sealed: entries, unsealed, ...(problem ? { problem: `entry ${problem.seq} is ${problem.kind}` } : {}) });
  }
  return reports;
}

async function* sealedEntries(client: pg.Client, schema: Schema, workspaceId: string): AsyncGenerator<SealedEntry> {
  let after = '0';
  for (;;) {
    const { rows } = await client.query<SealedEntry>(
      `SELECT ${sealedColumns(schema)} FROM ${schema}.audit_entry WHERE workspace_id = $1 AND seq > $2 ORDER BY audit_entry.seq LIMIT ${page}`,
      [workspaceId, after],
    );
    yield* rows;
    if (rows.length < page) return;
    after = rows.at(-1)!.seq;
  }
}

export function describeChain({ schema, workspaceId, sealed, unsealed, problem }: ChainReport): string {
  const rest = unsealed === 0 ? '' : `, ${unsealed} not sealed yet`;
  return `${schema} ${workspaceId}: ${problem ? `BROKEN after ${sealed} entries: ${problem}` : `${sealed} entries intact`}${rest}`;
}
