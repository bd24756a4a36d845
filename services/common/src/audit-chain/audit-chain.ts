import { createHash } from 'node:crypto';

/** An audit entry as its seal covers it: everything as text, so that no reader rounds or reorders anything. */
export interface SealedEntry {
  seq: string;
  id: string;
  /** What the seal covers beside the hash before it, the number among it. */
  content: string[];
  prevHash: Buffer;
  hash: Buffer;
}

const createdAtMs = 'floor(extract(epoch from created_at) * 1000)::bigint';
/** As audit_text() of each schema. */
const sealed = {
  auth: ['workspace_id', 'seq', 'id', 'actor_id', 'action', 'subject_id', 'details', 'request_id', createdAtMs],
  crm: [
    'workspace_id', 'seq', 'id', 'change_set_id', 'actor_id', 'session_id', 'request_id', 'action', 'record_kind', 'record_id', 'record_version', createdAtMs, 'before', 'after',
  ],
} as const;

/** The select list that reads a SealedEntry from audit_entry of a schema, in every PostgreSQL session the same. Order by seq. */
export function sealedColumns(schema: keyof typeof sealed): string {
  return `seq::text, id::text, array[${sealed[schema].map((column) => `(${column})::text`).join(', ')}] as content, prev_hash as "prevHash", hash`;
}

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

/** SHA-256 over the hash before and the content, as the database makes it. */
export function sealOf(content: readonly string[], prevHash: Buffer): Buffer {
  return createHash('sha256').update(prevHash).update(content.join('|')).digest();
}

function problemOf({ seq, id, content, prevHash, hash }: SealedEntry, expected: bigint, before: Buffer): ChainProblem | undefined {
  if (BigInt(seq) !== expected) return { seq: expected.toString(), kind: 'missing' };
  if (!prevHash.equals(before)) return { seq, id, kind: 'unlinked' };
  if (!hash.equals(sealOf(content, before))) return { seq, id, kind: 'altered' };
  return undefined;
}
