import { newId } from '@crm-vision/common/ids';
import type { RecordRow } from '../writes/record-type.js';
import { StageNotListedError, StagesIncompleteError, StageTypeFixedError, StageViolations } from './pipeline.errors.js';

export const stageTypes = ['open', 'won', 'lost'] as const;
export type StageType = (typeof stageTypes)[number];

/** Fields of a deal that a stage may ask for, by their public names. */
export const requirableFields = ['amount', 'companyId', 'contactIds', 'expectedClose', 'nextStep'] as const;
export type RequirableField = (typeof requirableFields)[number];

export interface Stage {
  id: string;
  pipelineId: string;
  name: string;
  type: StageType;
  /** Percent. */
  probability: number;
  /** Days after which a deal that stands here is stale. */
  rotDays: number | null;
  requiredFields: readonly RequirableField[];
}

/** A stage as it stands on its pipeline. */
export type ListedStage = Omit<Stage, 'pipelineId'>;

/** What people change about a pipeline. */
export interface PipelineColumns {
  name: string;
  position: number;
  isDefault: boolean;
  stageList: readonly ListedStage[];
}

export type Pipeline = RecordRow<PipelineColumns>;

/** What is to change about a pipeline. */
export interface PipelinePatch {
  name?: string | undefined;
  isDefault?: true | undefined;
  /** Its place among the pipelines, from 0. */
  position?: number | undefined;
  /** The whole list. */
  stages?: readonly StageDraft[] | undefined;
}

/** A stage as it is written: without an id it is new. */
export interface StageDraft extends Omit<Stage, 'id' | 'pipelineId' | 'requiredFields'> {
  id: string | null;
  requiredFields: readonly string[];
}

const MAX_ROT_DAYS = 3650;

/** Checks the whole ordered list of stages and puts it straight: won is 100 %, lost 0 %, and a deal that is closed does not rot. */
export function checkStages(drafts: readonly StageDraft[]): (Omit<Stage, 'id' | 'pipelineId'> & { id: string | null })[] {
  const count = (type: StageType): number => drafts.filter((draft) => draft.type === type).length;
  if (count('open') === 0 || count('won') !== 1 || count('lost') !== 1) throw new StagesIncompleteError();
  const errors = new StageViolations();
  const names = new Set<string>();
  const ids = new Set<string>();
  drafts.forEach((draft, index) => {
    const folded = draft.name.trim().toLocaleLowerCase();
    if (!folded) errors.add(index, 'name', 'REQUIRED', 'Must not be empty.');
    else if (names.has(folded)) errors.add(index, 'name', 'NAME_TAKEN', 'Another stage of this pipeline has this name.');
    names.add(folded);
    if (draft.id && ids.has(draft.id)) errors.add(index, 'id', 'REPEATED', 'Stands in the list twice.');
    if (draft.id) ids.add(draft.id);
    checkNumbers(draft, index, errors);
    if (!draft.requiredFields.every(isRequirable)) errors.add(index, 'requiredFields', 'UNKNOWN_FIELD', `May hold ${requirableFields.join(', ')}.`);
  });
  errors.throwIfAny();
  return drafts.map(putStraight);
}

/** The stages that a pipeline has after a change: those with an id stay what they are in type, those without are new. */
export function replaceStages(current: readonly ListedStage[], drafts: readonly StageDraft[]): ListedStage[] {
  return checkStages(drafts).map((stage, index) => {
    if (stage.id === null) return { ...stage, id: newId() };
    const known = current.find(({ id }) => id === stage.id);
    if (!known) throw new StageNotListedError(index);
    if (known.type !== stage.type) throw new StageTypeFixedError(index);
    return { ...stage, id: known.id };
  });
}

/** The stages of a pipeline with the pipeline's id, in order. */
export function stagesOf({ id, stageList }: Pick<Pipeline, 'id' | 'stageList'>): Stage[] {
  return stageList.map((stage) => ({ ...stage, pipelineId: id }));
}

/** An amount times this is its weighted value: the override when set, else the stage's. */
export function effectiveProbability(override: number | null, stage: Pick<Stage, 'probability'>): number {
  return override ?? stage.probability;
}

export const usualStages: readonly StageDraft[] = [
  { id: null, name: 'Qualified', type: 'open', probability: 20, rotDays: 14, requiredFields: [] },
  { id: null, name: 'Meeting', type: 'open', probability: 40, rotDays: 14, requiredFields: [] },
  { id: null, name: 'Proposal', type: 'open', probability: 60, rotDays: 10, requiredFields: ['amount'] },
  { id: null, name: 'Negotiation', type: 'open', probability: 80, rotDays: 10, requiredFields: ['amount', 'expectedClose'] },
  { id: null, name: 'Won', type: 'won', probability: 100, rotDays: null, requiredFields: ['amount'] },
  { id: null, name: 'Lost', type: 'lost', probability: 0, rotDays: null, requiredFields: [] },
];

function checkNumbers({ probability, rotDays }: StageDraft, index: number, errors: StageViolations): void {
  if (!Number.isInteger(probability) || probability < 0 || probability > 100) errors.add(index, 'probability', 'OUT_OF_RANGE', 'Must be a whole number from 0 to 100.');
  if (rotDays !== null && (!Number.isInteger(rotDays) || rotDays < 1 || rotDays > MAX_ROT_DAYS)) errors.add(index, 'rotDays', 'OUT_OF_RANGE', `Must be a whole number from 1 to ${MAX_ROT_DAYS}.`);
}

function isRequirable(field: string): field is RequirableField {
  return (requirableFields as readonly string[]).includes(field);
}

function putStraight({ id, name, type, probability, rotDays, requiredFields }: StageDraft): Omit<Stage, 'id' | 'pipelineId'> & { id: string | null } {
  const closed = { open: probability, won: 100, lost: 0 }[type];
  return { id, name: name.trim(), type, probability: closed, rotDays: type === 'open' ? rotDays : null, requiredFields: requirableFields.filter((field) => requiredFields.includes(field)) };
}
