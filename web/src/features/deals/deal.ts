import type { Schemas } from '@/lib/api/api-types.js';
import type { RequiredField, Stage } from '@/lib/sales/pipelines.js';

/** As much of a deal as the screens read: a card of the board has no more. */
export type Deal = Schemas['DealCard'];
export type Board = Schemas['Board'];
export type Column = Board['columns'][number];

/** What a stage asks for that the deal does not have yet. */
export function missingFields(deal: Deal, stage: Stage): RequiredField[] {
  return stage.requiredFields.filter((field) => isEmpty(deal[field]));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Days since it entered its stage, when that is longer than the stage allows. */
export function rottenDays(deal: Deal, stage: Stage | undefined, now = Date.now()): number | null {
  if (deal.status !== 'open' || !stage?.rotDays) return null;
  const days = Math.floor((now - new Date(deal.stageEnteredAt).getTime()) / 86_400_000);
  return days > stage.rotDays ? days : null;
}
