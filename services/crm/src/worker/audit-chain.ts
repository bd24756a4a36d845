import { createHash } from 'node:crypto';

/** An audit entry as its seal covers it: everything as text, so that no reader rounds or reorders anything. */
export interface SealedEntry {
  workspaceId: string;
  seq: string;
  id: string;
  changeSetId: string;
  actorId: string;
  sessionId: string;
  requestId: string;
  action: string;
  recordKind: string;
  recordId: string;
  recordVersion: string;
  /** Milliseconds since the epoch. */
  createdAtMs: string;
  before: string;
  after: string;
  prevHash: Buffer;
  hash: Buffer;
}

/** The select list that reads a SealedEntry from crm.audit_entry, in every PostgreSQL session the same. Order by seq. */
export const sealedColumns = `workspace_id::text as "workspaceId", seq::text, id::text, change_set_id::text as "changeSetId", actor_id::text as "actorId",
  session_id as "sessionId", request_id as "requestId", action, record_kind as "recordKind", record_id::text as "recordId", record_version::text as "recordVersion",
  floor(extract(epoch from created_at) * 1000)::bigint::text as "createdAtMs", before::text, after::text, prev_hash as "prevHash", hash`;

/** What the first entry of a workspace is linked to. */
const GENESIS = Buffer.alloc(0);

export interface ChainProblem {
  seq: string;
  /** Absent for an entry that is gone. */
  id?: string;
  /** missing: the number is not there. unlinked: it does not follow the one before. altered: its content is not what was sealed. */
  kind: 'missing' | 'unlinked' | 'altered';
}

export interface ChainVerdict {
  /** Entries that are right, from the first on. */
  entries: number;
  /** The first thing that is wrong; absent: intact. */
  problem?: ChainProblem;
}

/** Checks the sealed entries of one workspace, given in order of seq. Does not trust the database to check itself. */
export async function verifyChain(entries: AsyncIterable<SealedEntry> | Iterable<SealedEntry>): Promise<ChainVerdict> {
  let count = 0;
  let prevHash: Buffer = GENESIS;
  for await (const entry of entries) {
    const problem = problemOf(entry, BigInt(count + 1), prevHash);
    if (problem) return { entries: count, problem };
    count += 1;
    prevHash = entry.hash;
  }
  return { entries: count };
}

/** SHA-256 over the hash before and the content, as crm.audit_seal makes it. */
export function sealOf(entry: Omit<SealedEntry, 'prevHash' | 'hash'>, prevHash: Buffer): Buffer {
  const { workspaceId, seq, id, changeSetId, actorId, sessionId, requestId, action, recordKind, recordId, recordVersion, createdAtMs, before, after } = entry;
  const content = [workspaceId, seq, id, changeSetId, actorId, sessionId, requestId, action, recordKind, recordId, recordVersion, createdAtMs, before, after];
  return createHash('sha256').update(prevHash).update(content.join('|')).digest();
}

function problemOf(entry: SealedEntry, expected: bigint, prevHash: Buffer): ChainProblem | undefined {
  if (BigInt(entry.seq) !== expected) return { seq: expected.toString(), kind: 'missing' };
  if (!entry.prevHash.equals(prevHash)) return { seq: entry.seq, id: entry.id, kind: 'unlinked' };
  if (!entry.hash.equals(sealOf(entry, prevHash))) return { seq: entry.seq, id: entry.id, kind: 'altered' };
  return undefined;
}
