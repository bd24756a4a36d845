import { createHash } from 'node:crypto';

/** An audit entry as the chain sees it: everything as text, so that no reader rounds or reorders anything. */
export interface ChainEntry {
  workspaceId: string;
  id: string;
  changeSetId: string;
  actorId: string;
  sessionId: string;
  requestId: string;
  action: string;
  recordKind: string;
  recordId: string;
  recordVersion: string;
  before: string;
  after: string;
  createdAt: string;
}

export interface Seal {
  seq: string;
  prevHash: Buffer;
  hash: Buffer;
}

export type SealedEntry = ChainEntry & Seal;

/** The select list that reads an entry for the chain, in every PostgreSQL session the same. */
export const chainColumns = `workspace_id::text as "workspaceId", id::text, change_set_id::text as "changeSetId", actor_id::text as "actorId", session_id as "sessionId",
  request_id as "requestId", action, record_kind as "recordKind", record_id::text as "recordId", record_version::text as "recordVersion",
  before::text, after::text, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"`;
/** The same with the seal, for verifying. */
export const sealedColumns = `${chainColumns}, seq::text, prev_hash as "prevHash", hash`;

/** What the first entry of a workspace is linked to. */
export const GENESIS = Buffer.alloc(32);

/** Seals entries one after the other behind the last sealed one. */
export function sealEntries(entries: readonly ChainEntry[], last: { seq: bigint; hash: Buffer } | undefined): SealedEntry[] {
  let { seq, hash } = last ?? { seq: 0n, hash: GENESIS };
  return entries.map((entry) => {
    const prevHash = hash;
    seq += 1n;
    hash = hashOf(entry, seq.toString(), prevHash);
    return { ...entry, seq: seq.toString(), prevHash, hash };
  });
}

export interface ChainProblem {
  seq: string;
  /** Absent for an entry that is gone. */
  id?: string;
  /** missing: the number is not there. unlinked: it does not follow the one before. altered: its content is not what was sealed. */
  kind: 'missing' | 'unlinked' | 'altered';
}

export interface ChainVerdict {
  entries: number;
  /** The first thing that is wrong; absent: intact. */
  problem?: ChainProblem;
}

/** Checks the sealed entries of one workspace, given in order of seq. Stops at the first problem. */
export async function verifyChain(entries: AsyncIterable<SealedEntry> | Iterable<SealedEntry>): Promise<ChainVerdict> {
  let count = 0;
  let expected = 1n;
  let prevHash: Buffer = GENESIS;
  for await (const entry of entries) {
    const problem = problemOf(entry, expected, prevHash);
    if (problem) return { entries: count, problem };
    count += 1;
    expected += 1n;
    prevHash = entry.hash;
  }
  return { entries: count };
}

function problemOf(entry: SealedEntry, expected: bigint, prevHash: Buffer): ChainProblem | undefined {
  if (BigInt(entry.seq) !== expected) return { seq: expected.toString(), kind: 'missing' };
  if (!entry.prevHash.equals(prevHash)) return { seq: entry.seq, id: entry.id, kind: 'unlinked' };
  if (!entry.hash.equals(hashOf(entry, entry.seq, prevHash))) return { seq: entry.seq, id: entry.id, kind: 'altered' };
  return undefined;
}

/** SHA-256 over the hash before and the entry as a JSON array; the order of its items is part of the format. */
function hashOf(entry: ChainEntry, seq: string, prevHash: Buffer): Buffer {
  const { workspaceId, id, changeSetId, actorId, sessionId, requestId, action, recordKind, recordId, recordVersion, before, after, createdAt } = entry;
  const content = [seq, workspaceId, id, changeSetId, actorId, sessionId, requestId, action, recordKind, recordId, recordVersion, before, after, createdAt];
  return createHash('sha256').update(prevHash).update(JSON.stringify(content)).digest();
}
