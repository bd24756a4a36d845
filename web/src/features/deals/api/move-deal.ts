import { api } from '@/lib/api/api-client.js';
import { ApiError } from '@/lib/api/api-error.js';
import type { InputOf, Written } from '@/lib/api/api-types.js';
import type { BoardMove } from '@/features/deals/board/apply-move.js';
import type { Deal } from '@/features/deals/deal.js';

type Body = InputOf<'post', '/deals/{id}/move'>['body'];
/** What the person filled in because the stage asks for it. */
export type MoveFields = NonNullable<Body['fields']>;
export type MoveAnswers = Pick<Body, 'lostReasonId' | 'lostReasonText' | 'fields'>;

export interface Move extends BoardMove {
  answers?: MoveAnswers;
}

/** Moves of one deal wait for each other, and each sends the version that the one before led to. */
const lastMoves = new Map<string, Promise<Deal | null>>();

export async function moveDeal(move: Move): Promise<Written<Deal>> {
  const before = lastMoves.get(move.deal.id) ?? Promise.resolve(null);
  const sent = before.then((moved) => send(move, moved ?? move.deal));
  const settled = sent.then(({ data }) => data, () => null);
  lastMoves.set(move.deal.id, settled);
  void settled.then(() => lastMoves.get(move.deal.id) === settled && lastMoves.delete(move.deal.id));
  return sent;
}

/** A colleague's edit of another field is no reason to refuse a move; a move of theirs is. */
async function send(move: Move, known: Deal): Promise<Written<Deal>> {
  try {
    return await post(move, Math.max(known.version, move.deal.version));
  } catch (error) {
    const current = staleCurrent(error);
    if (!current || current.stageId !== known.stageId || current.deletedAt) throw error;
    return post(move, current.version);
  }
}

function post({ deal, stageId, beforeDealId, answers }: Move, version: number): Promise<Written<Deal>> {
  return api.post('/deals/{id}/move', { path: { id: deal.id }, body: { stageId, beforeDealId, version, ...answers } });
}

function staleCurrent(error: unknown): Deal | null {
  return error instanceof ApiError && error.code === 'STALE_VERSION' && error.current ? (error.current as Deal) : null;
}
