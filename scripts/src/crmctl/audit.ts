import { type SealedEntry, sealedColumns, verifyChain } from '@crm-vision/crm/audit-chain';
import type pg from 'pg';
import { withConnection } from '../database/connection.js';

const page = 1_000;

export interface ChainReport {
  workspaceId: string;
  sealed: number;
  unsealed: number;
  /** A sentence about the first thing that is wrong. */
  problem?: string;
}

/** Checks the chain of every workspace, as a superuser: row-level security hides the entries from everybody else. */
export function verifyAllChains(superuserUrl: string): Promise<ChainReport[]> {
  return withConnection(superuserUrl, async (client) => {
    const { rows } = await client.query<{ id: string; unsealed: number }>(
      'SELECT workspace_id::text AS id, count(*) FILTER (WHERE seq IS NULL)::int AS unsealed FROM crm.audit_entry GROUP BY workspace_id ORDER BY workspace_id',
    );
    const reports: ChainReport[] = [];
    for (const { id, unsealed } of rows) {
      const { entries, problem } = await verifyChain(sealedEntries(client, id));
      reports.push({ workspaceId: id, sealed: entries, unsealed, ...(problem ? { problem: `entry ${problem.seq} is ${problem.kind}` } : {}) });
    }
    return reports;
  });
}

async function* sealedEntries(client: pg.Client, workspaceId: string): AsyncGenerator<SealedEntry> {
  let after = '0';
  for (;;) {
    const { rows } = await client.query<SealedEntry>(
      `SELECT ${sealedColumns} FROM crm.audit_entry WHERE workspace_id = $1 AND seq > $2 ORDER BY audit_entry.seq LIMIT ${page}`,
      [workspaceId, after],
    );
    yield* rows;
    if (rows.length < page) return;
    after = rows.at(-1)!.seq;
  }
}

export function describeChain({ workspaceId, sealed, unsealed, problem }: ChainReport): string {
  const rest = unsealed === 0 ? '' : `, ${unsealed} not sealed yet`;
  return `${workspaceId}: ${problem ? `BROKEN after ${sealed} entries: ${problem}` : `${sealed} entries intact`}${rest}`;
}
