import { type Pipeline, type Stage, type StageList, StageType, type UpdatePipelineRequest } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import type { z } from 'zod';
import { orNull, present, word } from '../http/fields.mapper.js';
import type * as dto from './pipelines.dto.js';

type StageJson = z.output<typeof dto.stage>;
type UpdateBody = z.output<typeof dto.updatePipelineBody>;

const TYPE_PREFIX = 'STAGE_TYPE_';

export function fromStage(message: Stage | undefined): StageJson {
  const stage = present(message, 'stage');
  return {
    id: stage.id,
    name: stage.name,
    type: stage.type.slice(TYPE_PREFIX.length).toLowerCase() as StageJson['type'],
    probability: stage.probability,
    rotDays: orNull(stage.rotDays),
    requiredFields: stage.requiredFields.map((field) => word(field)),
  };
}

export function fromPipeline(message: Pipeline | undefined): z.output<typeof dto.pipeline> {
  const pipeline = present(message, 'pipeline');
  return {
    id: pipeline.id,
    name: pipeline.name,
    isDefault: pipeline.isDefault,
    position: pipeline.position,
    stages: pipeline.stages.map(fromStage),
    createdAt: pipeline.createdAt,
    updatedAt: pipeline.updatedAt,
    version: pipeline.version,
    deletedAt: orNull(pipeline.deletedAt),
  };
}

export function toStages(stages: UpdateBody['stages']): StageList | undefined {
  return stages && {
    values: stages.map((stage) => ({
      id: stage.id ?? '',
      name: stage.name,
      type: StageType[`${TYPE_PREFIX}${stage.type.toUpperCase()}` as keyof typeof StageType],
      probability: stage.probability,
      rotDays: stage.rotDays ?? undefined,
      requiredFields: stage.requiredFields,
    })),
  };
}

export function toPipelineUpdate(id: string, body: UpdateBody): UpdatePipelineRequest {
  return { id, version: body.version, name: body.name, isDefault: body.isDefault, position: body.position, stages: toStages(body.stages) };
}
