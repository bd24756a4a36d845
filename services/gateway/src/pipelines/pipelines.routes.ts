import { idParams } from '../http/fields.dto.js';
import { route } from '../http/route.js';
import * as dto from './pipelines.dto.js';

const tag = 'Pipelines';
const base = '/api/v1/pipelines';
const notFound = 'PIPELINE_NOT_FOUND';

export const listPipelines = route({ method: 'GET', path: base, id: 'listPipelines', summary: 'List pipelines', tag, query: dto.pipelinesQuery, status: 200, response: dto.pipelinePage });
export const createPipeline = route({ method: 'POST', path: base, id: 'createPipeline', summary: 'Add a pipeline', tag, body: dto.createPipelineBody, status: 201, response: dto.pipeline, errors: ['PIPELINE_NAME_TAKEN', 'STAGES_INCOMPLETE'] });
export const getPipeline = route({ method: 'GET', path: `${base}/{id}`, id: 'getPipeline', summary: 'Read a pipeline', tag, params: idParams, status: 200, response: dto.pipeline, errors: [notFound] });
export const updatePipeline = route({ method: 'PATCH', path: `${base}/{id}`, id: 'updatePipeline', summary: 'Change a pipeline', tag, params: idParams, body: dto.updatePipelineBody, status: 200, response: dto.pipeline, errors: [notFound, 'STALE_VERSION', 'STAGE_HAS_DEALS', 'STAGES_INCOMPLETE', 'PIPELINE_NAME_TAKEN', 'STAGE_TYPE_FIXED', 'PIPELINE_IS_DEFAULT', 'DEFAULT_PIPELINE_TAKEN'] });
export const deletePipeline = route({ method: 'DELETE', path: `${base}/{id}`, id: 'deletePipeline', summary: 'Move a pipeline to the bin', tag, params: idParams, status: 204, errors: [notFound, 'PIPELINE_HAS_DEALS', 'PIPELINE_IS_DEFAULT'] });
export const restorePipeline = route({ method: 'POST', path: `${base}/{id}/restore`, id: 'restorePipeline', summary: 'Bring a pipeline back from the bin', tag, params: idParams, status: 200, response: dto.pipeline, errors: [notFound, 'UNIQUE_VALUE_TAKEN', 'DEFAULT_PIPELINE_TAKEN'] });
