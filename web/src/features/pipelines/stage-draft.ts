import { isUnread, read, type Unread } from '@/lib/typed/unread.js';
import type { Pipeline, RequiredField, Stage, StageType } from '@/lib/sales/pipelines.js';

/** A stage that is being edited. A new one has no id of its own yet; the list needs one all the same. */
export interface StageDraft {
  id: string;
  isNew: boolean;
  name: string;
  type: StageType;
  probability: number | Unread;
  rotDays: number | Unread | null;
  requiredFields: RequiredField[];
}

export const requirable: readonly RequiredField[] = ['amount', 'companyId', 'contactIds', 'expectedClose', 'nextStep'];

export function draftsOf({ stages }: Pipeline): StageDraft[] {
  return stages.map((stage) => ({ ...stage, isNew: false }));
}

/** Comes after the last open stage, a little more likely than that. */
export function withNewStage(stages: readonly StageDraft[], name: string): StageDraft[] {
  const place = stages.findLastIndex((stage) => stage.type === 'open') + 1;
  const before = stages[place - 1]?.probability ?? 0;
  const probability = Math.min(90, (isUnread(before) ? 0 : before) + 10);
  const added: StageDraft = { id: crypto.randomUUID(), isNew: true, name, type: 'open', probability, rotDays: null, requiredFields: [] };
  return [...stages.slice(0, place), added, ...stages.slice(place)];
}

export function toStages(drafts: readonly StageDraft[]): Omit<Stage, 'id'>[] {
  return drafts.map(({ id, isNew, name, probability, rotDays, ...stage }) =>
    ({ ...(isNew ? {} : { id }), ...stage, name: name.trim(), probability: read(probability), rotDays: read(rotDays) }));
}

export function sameStages(drafts: readonly StageDraft[], pipeline: Pipeline): boolean {
  return JSON.stringify(drafts) === JSON.stringify(draftsOf(pipeline));
}
