import { ApiError } from '@/lib/api/api-error.js';
import type { Written } from '@/lib/api/api-types.js';
import type { Patch } from './versioned.js';

export interface FieldConflict {
  field: string;
  mine: unknown;
  theirs: unknown;
}

/** Which value each field keeps. Null: neither yet, the person goes on editing. */
export type ConflictAnswer = Record<string, 'mine' | 'theirs'> | null;

/** All that a conflict needs to know of a record. */
type Numbered = { version: number };

export interface SaveRequest<T extends Numbered> {
  /** The record as it was when the person began to edit. */
  base: T;
  patch: Patch;
  send: (version: number, patch: Patch) => Promise<Written<T>>;
  ask: (conflicts: FieldConflict[], current: T) => Promise<ConflictAnswer>;
}

/** The person closed the question about a conflict without an answer. */
export class ConflictLeftOpen extends Error {}

/** Saves fields. What somebody else changed meanwhile in other fields is kept; the same field asks which value stays, and then saves again. */
export async function saveRecord<T extends Numbered>({ base, patch, send, ask }: SaveRequest<T>): Promise<Written<T>> {
  try {
    return await send(base.version, patch);
  } catch (error) {
    const current = newestOf<T>(error);
    if (!current) throw error;
    const conflicts = conflictsOf(base, patch, current);
    const answer = conflicts.length > 0 ? await ask(conflicts, current) : {};
    if (!answer) throw new ConflictLeftOpen();
    const rest = Object.fromEntries(Object.entries(patch).filter(([field, value]) => answer[field] !== 'theirs' && !same(value, valueOf(current, field))));
    if (Object.keys(rest).length === 0) return { data: current, changeSetId: null };
    return saveRecord({ base: current, patch: rest, send, ask });
  }
}

/** A field conflicts when somebody changed it since, to something else than what is being saved. */
export function conflictsOf(base: object, patch: Patch, current: object): FieldConflict[] {
  return Object.entries(patch)
    .filter(([field, mine]) => !same(valueOf(base, field), valueOf(current, field)) && !same(mine, valueOf(current, field)))
    .map(([field, mine]) => ({ field, mine, theirs: valueOf(current, field) }));
}

function newestOf<T extends Numbered>(error: unknown): T | null {
  return error instanceof ApiError && error.code === 'STALE_VERSION' && error.current ? (error.current as T) : null;
}

function valueOf(record: object, field: string): unknown {
  return (record as Record<string, unknown>)[field];
}

/** Empty is empty, however it is written. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
