import { RecordKind } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { Controller } from '@nestjs/common';
import { Crm } from '../clients.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { Answer, Reply } from '../http/reply.js';
import { shortPage } from '../http/short-lists.js';
import { toDelete } from '../records/records.mapper.js';
import { Caller } from '../sessions/caller.js';
import type { LiveSession } from '../sessions/session-cache.js';
import { pipelineOrders } from './pipelines.dto.js';
import { fromPipeline, toPipelineUpdate, toStages } from './pipelines.mapper.js';
import * as routes from './pipelines.routes.js';

const kind = RecordKind.RECORD_KIND_PIPELINE;

@Controller()
export class PipelinesController {
  constructor(private readonly crm: Crm) {}

  @Handle(routes.listPipelines)
  async listPipelines(@Input() { query }: In<typeof routes.listPipelines>, @Caller() { workspace }: LiveSession) {
    const { pipelines } = await this.crm.pipelines.listPipelines({});
    return shortPage(pipelines.map(fromPipeline), query, { belongsTo: ['pipelines', workspace.id], orders: pipelineOrders, idOf: ({ id }) => id });
  }

  @Handle(routes.createPipeline)
  async createPipeline(@Input() { body: { name, stages } }: In<typeof routes.createPipeline>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.pipelines.createPipeline({ name, stages: toStages(stages) }), ({ pipeline }) => fromPipeline(pipeline));
  }

  @Handle(routes.getPipeline)
  async getPipeline(@Input() { params }: In<typeof routes.getPipeline>) {
    return fromPipeline((await this.crm.pipelines.getPipeline(params)).pipeline);
  }

  @Handle(routes.updatePipeline, { current: fromPipeline, shown: async ({ crm }, { id }: { id: string }) => fromPipeline((await crm.pipelines.getPipeline({ id })).pipeline) })
  async updatePipeline(@Input() { params, body }: In<typeof routes.updatePipeline>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.pipelines.updatePipeline(toPipelineUpdate(params.id, body)), ({ pipeline }) => fromPipeline(pipeline));
  }

  @Handle(routes.deletePipeline)
  async deletePipeline(@Input() { params }: In<typeof routes.deletePipeline>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.deleteRecords(toDelete(kind, [params.id])));
  }

  @Handle(routes.restorePipeline)
  async restorePipeline(@Input() { params }: In<typeof routes.restorePipeline>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.restoreRecord({ kind, id: params.id }));
    return fromPipeline((await this.crm.pipelines.getPipeline(params)).pipeline);
  }
}
