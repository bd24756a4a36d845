import { currentActor } from '@crm-vision/common/context';
import {
  type CreatePipelineRequest, type CreatePipelineResponse, type GetPipelineRequest, type GetPipelineResponse, type ListPipelinesRequest, type ListPipelinesResponse,
  type PipelineServiceController, PipelineServiceControllerMethods, type UpdatePipelineRequest, type UpdatePipelineResponse,
} from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { Controller } from '@nestjs/common';
import { requireId } from '../fields/ids.mapper.js';
import { toPipelineMessage, toPipelineName, toPipelinePatch, toStageDrafts } from './pipelines.mapper.js';
import { PipelinesService } from './pipelines.service.js';

@Controller()
@PipelineServiceControllerMethods()
export class PipelinesController implements PipelineServiceController {
  constructor(private readonly pipelines: PipelinesService) {}

  async listPipelines(_request: ListPipelinesRequest): Promise<ListPipelinesResponse> {
    return { pipelines: (await this.pipelines.list(currentActor())).map(toPipelineMessage) };
  }

  async getPipeline({ id }: GetPipelineRequest): Promise<GetPipelineResponse> {
    return { pipeline: toPipelineMessage(await this.pipelines.get(currentActor(), requireId(id))) };
  }

  async createPipeline({ name, stages }: CreatePipelineRequest): Promise<CreatePipelineResponse> {
    const { result, changeSetId } = await this.pipelines.create(currentActor(), { name: toPipelineName(name), stages: toStageDrafts(stages) });
    return { pipeline: toPipelineMessage(result), changeSetId };
  }

  async updatePipeline(request: UpdatePipelineRequest): Promise<UpdatePipelineResponse> {
    const { result, changeSetId } = await this.pipelines.update(currentActor(), requireId(request.id), request.version, toPipelinePatch(request));
    return { pipeline: toPipelineMessage(result), changeSetId };
  }
}
