import type { Custom } from '../fields/fields.js';
import { type RequirableField, requirableFields, type Stage, type StageType } from '../pipelines/pipeline.js';
import { DealClosedError, LostReasonRequiredError, RequiredFieldsMissingError } from './deal.errors.js';

/** What a person writes about a deal. */
export interface DealFields {
  name: string;
  /** Minor units as text, with their currency. */
  amount: string | null;
  currency: string | null;
  companyId: string | null;
  contactIds: readonly string[];
  ownerId: string | null;
  /** YYYY-MM-DD. */
  expectedClose: string | null;
  probabilityOverride: number | null;
  nextStep: string | null;
  tags: readonly string[];
  custom: Custom;
}

/** Where a deal stands; changes by moving only. */
export interface DealPlace {
  pipelineId: string;
  stageId: string;
  status: StageType;
  closedAt: string | null;
  /** What one unit of its currency was worth when it closed, and in which currency. Null on the way into the database: the rate of that moment. */
  closedRate: string | null;
  closedRateTo: string | null;
  lostReasonId: string | null;
  lostReasonText: string | null;
  stageEnteredAt: string;
  /** Its place in the column; compares bytewise. */
  position: string;
}

export type Deal = DealFields & DealPlace;

/** No rate of its own: an open deal has none, a closed one is given that of the moment. */
const thawed = { closedRate: null, closedRateTo: null };

export interface Move {
  stage: Stage;
  position: string;
  /** RFC 3339. */
  at: string;
  lostReasonId: string | null;
  lostReasonText: string | null;
}

/**
 * Moves a deal to a place in a stage. Another stage asks for its required fields. Into a won or lost stage the deal closes and its own probability ends;
 * into an open one it is open, and what closing had set is cleared.
 */
export function moveDeal<T extends Deal>(deal: T, move: Move): T {
  if (deal.stageId === move.stage.id) return { ...deal, position: move.position };
  requireFields(deal, move.stage);
  const place = { pipelineId: move.stage.pipelineId, stageId: move.stage.id, stageEnteredAt: move.at, position: move.position };
  return { ...deal, ...place, ...closing(deal, move) };
}

/** Now, yet later than the move before, also by a clock that was set back or another machine's: a stay that began earlier reads as a move that was taken back. */
export function momentAfter(stageEnteredAt: string, now = Date.now()): string {
  return new Date(Math.max(now, Date.parse(stageEnteredAt) + 1)).toISOString();
}

/** A deal after an edit: closed, in another currency, it takes the rate of that one. */
export function editDeal<T extends Deal>(deal: T, patch: Partial<DealFields>): T {
  const wanted = { ...deal, ...patch };
  return wanted.currency === deal.currency ? wanted : { ...wanted, ...thawed };
}

/** Throws, naming each field that the stage asks for and the deal lacks. */
export function requireFields(deal: DealFields, stage: Stage): void {
  const missing = stage.requiredFields.filter((field) => !isFilled(deal, field));
  if (missing.length > 0) throw new RequiredFieldsMissingError(stage.name, missing);
}

/** A deal that has nothing yet but its name and owner, on its way into its first stage. */
export function newDeal(name: string, ownerId: string): Deal {
  return {
    name, amount: null, currency: null, companyId: null, contactIds: [], ownerId, expectedClose: null, probabilityOverride: null, nextStep: null, tags: [], custom: {},
    pipelineId: '', stageId: '', status: 'open', closedAt: null, ...thawed, lostReasonId: null, lostReasonText: null, stageEnteredAt: '', position: '',
  };
}

/** What changed about the deal must make sense with where it stands: what its stage asks for is not emptied. What was empty already may stay so. */
export function checkUpdate(before: Deal, after: Deal, stage: Stage | undefined): void {
  if (before.status !== 'open' && after.probabilityOverride !== null) throw new DealClosedError('probabilityOverride');
  const emptied = stage?.requiredFields.filter((field) => isFilled(before, field) && !isFilled(after, field)) ?? [];
  if (stage && emptied.length > 0) throw new RequiredFieldsMissingError(stage.name, emptied);
}

/** Whether an update empties something that a stage may ask for: only then the stage is looked at. */
export function empties(before: Deal, after: Deal): boolean {
  return requirableFields.some((field) => isFilled(before, field) && !isFilled(after, field));
}

function isFilled(deal: DealFields, field: RequirableField): boolean {
  const value = deal[field];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== '';
}

type Closing = Pick<Deal, 'status' | 'closedAt' | 'closedRate' | 'closedRateTo' | 'lostReasonId' | 'lostReasonText' | 'probabilityOverride'>;

function closing(deal: Deal, { stage, at, lostReasonId, lostReasonText }: Move): Closing {
  const { closedAt, closedRate, closedRateTo, probabilityOverride } = deal;
  if (stage.type === 'open') return { status: 'open', closedAt: null, ...thawed, lostReasonId: null, lostReasonText: null, probabilityOverride };
  const kept = deal.status === stage.type ? { closedAt, closedRate, closedRateTo } : { closedAt: at, ...thawed };
  const closed = { status: stage.type, ...kept, probabilityOverride: null };
  if (stage.type === 'won') return { ...closed, lostReasonId: null, lostReasonText: null };
  return { ...closed, ...lostReason(deal, lostReasonId, lostReasonText) };
}

/** The reason given now; else the one that a lost deal has already, when it only changes its column. */
function lostReason(deal: Deal, id: string | null, text: string | null): Pick<Deal, 'lostReasonId' | 'lostReasonText'> {
  if (id !== null || text !== null) return { lostReasonId: id, lostReasonText: text };
  if (deal.status !== 'lost') throw new LostReasonRequiredError();
  return { lostReasonId: deal.lostReasonId, lostReasonText: deal.lostReasonText };
}
