import type { TimelineEntry } from '../writes/record-type.js';
import type { Deal } from './deal.js';

/** Names that a timeline tells, as they are at the time of the move. */
export interface MoveNames {
  from: string | null;
  to: string;
  lostReason: string | null;
}

/** What the timeline tells of a new deal, or of one that changed its stage. */
export function dealEntry(before: Deal | null, after: Deal, names: MoveNames): TimelineEntry {
  const to = { id: after.stageId, name: names.to };
  if (before === null) return { kind: 'deal_created', payload: { stage: to } };
  const payload = { from: { id: before.stageId, name: names.from ?? '' }, to };
  if (after.status === 'lost' && before.status !== 'lost') return { kind: 'deal_lost', payload: { ...payload, reason: after.lostReasonText ?? names.lostReason ?? '' } };
  if (after.status === 'won' && before.status !== 'won') return { kind: 'deal_won', payload };
  return { kind: after.status === 'open' && before.status !== 'open' ? 'deal_reopened' : 'deal_moved', payload };
}
