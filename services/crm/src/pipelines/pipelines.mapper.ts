import { type Pipeline as PipelineMessage, type Stage as StageMessage, type StageList, StageType as TypeMessage, type UpdatePipelineRequest } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { invalidField } from '@crm-vision/common/errors';
import { requireId } from '../fields/ids.mapper.js';
import type { ListedStage, Pipeline, PipelinePatch, StageDraft, StageType } from './pipeline.js';

const messages: Readonly<Record<StageType, TypeMessage>> = { open: TypeMessage.STAGE_TYPE_OPEN, won: TypeMessage.STAGE_TYPE_WON, lost: TypeMessage.STAGE_TYPE_LOST };
const types = new Map<TypeMessage, StageType>(Object.entries(messages).map(([type, message]) => [message, type as StageType]));

const NAME_MAX = 80;
const STAGES_MAX = 30;
const POSITION_MAX = 1000;

export function toStageMessage({ id, name, type, probability, rotDays, requiredFields }: ListedStage): StageMessage {
  return { id, name, type: messages[type], probability, rotDays: rotDays ?? undefined, requiredFields: [...requiredFields] };
}

export function toPipelineMessage(pipeline: Pipeline): PipelineMessage {
  const { id, name, isDefault, stageList, position, createdAt, updatedAt, version, deletedAt } = pipeline;
  return { id, name, isDefault, stages: stageList.map(toStageMessage), position, createdAt, updatedAt, version, deletedAt: deletedAt ?? undefined };
}

/** Undefined when the list is not given. */
export function toStageDrafts(list: StageList | undefined): StageDraft[] | undefined {
  if (!list) return undefined;
  if (list.values.length > STAGES_MAX) throw invalidField('stages', `May have ${STAGES_MAX} stages at most.`, 'TOO_LONG');
  return list.values.map(toDraft);
}

export function toPipelineName(name: string, field = 'name'): string {
  const text = name.trim();
  if (!text) throw invalidField(field, 'Must not be empty.', 'REQUIRED');
  if (text.length > NAME_MAX) throw invalidField(field, `May have ${NAME_MAX} characters at most.`, 'TOO_LONG');
  return text;
}

export function toPipelinePatch({ name, isDefault, position, stages }: UpdatePipelineRequest): PipelinePatch {
  if (isDefault === false) throw invalidField('isDefault', 'Make another pipeline the default one instead.');
  if (position !== undefined && (position < 0 || position > POSITION_MAX)) throw invalidField('position', `Must be from 0 to ${POSITION_MAX}.`);
  return { name: name === undefined ? undefined : toPipelineName(name), isDefault, position, stages: toStageDrafts(stages) };
}

function toDraft({ id, name, type, probability, rotDays, requiredFields }: StageMessage, index: number): StageDraft {
  const known = types.get(type);
  if (!known) throw invalidField(`stages[${index}].type`, 'Must be open, won or lost.');
  return {
    id: id === '' ? null : requireId(id, `stages[${index}].id`), name: toPipelineName(name, `stages[${index}].name`), type: known,
    probability, rotDays: rotDays ?? null, requiredFields,
  };
}
