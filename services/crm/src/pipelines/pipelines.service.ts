import type { Actor } from '@crm-vision/common/context';
import { invalidField, StaleVersionError } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import { WorkspaceSetup } from '../setup/workspace-setup.service.js';
import type { Act } from '../writes/act.js';
import { type Done, Writes } from '../writes/writes.service.js';
import { lockPipeline } from './pipeline-locks.js';
import { type Pipeline, type PipelinePatch, replaceStages, type StageDraft, usualStages } from './pipeline.js';
import { PipelineNotFoundError, StageHasDealsError } from './pipeline.errors.js';
import { dealsOutside, pipelineRecord } from './pipeline.record.js';
import { toPipelineMessage } from './pipelines.mapper.js';
import { PipelinesRepository } from './pipelines.repository.js';

const PIPELINES_MAX = 100;

@Injectable()
export class PipelinesService {
  constructor(
    private readonly pipelines: PipelinesRepository,
    private readonly writes: Writes,
    private readonly setup: WorkspaceSetup,
  ) {}

  async list(actor: Actor): Promise<Pipeline[]> {
    requirePermission(actor, 'records.read');
    const found = await this.pipelines.list(actor);
    if (found.length > 0) return found;
    await this.setup.run(actor);
    return this.pipelines.list(actor);
  }

  async get(actor: Actor, id: string): Promise<Pipeline> {
    requirePermission(actor, 'records.read');
    const pipeline = await this.pipelines.findById(actor, id);
    if (!pipeline) throw new PipelineNotFoundError();
    return pipeline;
  }

  /** A live one; without an id the default one. */
  async findLive(actor: Actor, id: string | null): Promise<Pipeline | null> {
    requirePermission(actor, 'records.read');
    if (id === null) return (await this.list(actor)).find(({ isDefault }) => isDefault) ?? null;
    const pipeline = await this.pipelines.findById(actor, id);
    return pipeline?.deletedAt === null ? pipeline : null;
  }

  /** The live pipeline that a live stage belongs to. */
  findByStage(actor: Actor, stageId: string): Promise<Pipeline | null> {
    requirePermission(actor, 'records.read');
    return this.pipelines.findLiveByStage(actor, stageId);
  }

  async create(actor: Actor, { name, stages }: { name: string; stages: readonly StageDraft[] | undefined }): Promise<Done<Pipeline>> {
    requirePermission(actor, 'settings.write');
    const stageList = replaceStages([], stages ?? usualStages);
    const others = await this.list(actor);
    if (others.length >= PIPELINES_MAX) throw invalidField('name', `A workspace has ${PIPELINES_MAX} pipelines at most.`, 'TOO_MANY');
    const position = Math.max(-1, ...others.map((other) => other.position)) + 1;
    return this.writes.run(actor, 'create', (act) => act.insert(pipelineRecord, { name, position, isDefault: false, stageList }));
  }

  update(actor: Actor, id: string, version: number, patch: PipelinePatch): Promise<Done<Pipeline>> {
    requirePermission(actor, 'settings.write');
    return this.writes.run(actor, 'update', async (act) => {
      await lockPipeline(act.transaction, id);
      const pipeline = await act.lock(pipelineRecord, id);
      if (pipeline.version !== version) throw new StaleVersionError(toPipelineMessage(pipeline));
      const stageList = patch.stages ? replaceStages(pipeline.stageList, patch.stages) : pipeline.stageList;
      const deals = patch.stages && (await dealsOutside(act.transaction, id, stageList));
      if (deals) throw new StageHasDealsError(deals.stageName, deals.count);
      if (patch.isDefault && !pipeline.isDefault) await this.endOldDefault(act);
      const position = patch.position === undefined ? pipeline.position : await this.makeRoom(act, pipeline, patch.position);
      return act.update(pipelineRecord, pipeline, { name: patch.name ?? pipeline.name, isDefault: patch.isDefault ?? pipeline.isDefault, position, stageList });
    });
  }

  private async endOldDefault(act: Act): Promise<void> {
    const old = (await this.pipelines.list(act.actor)).find(({ isDefault }) => isDefault);
    if (old) await act.update(pipelineRecord, await act.lock(pipelineRecord, old.id), { isDefault: false });
  }

  /** Numbers the others around the wanted place and answers it. */
  private async makeRoom(act: Act, pipeline: Pipeline, wanted: number): Promise<number> {
    const others = (await this.pipelines.list(act.actor)).filter(({ id }) => id !== pipeline.id);
    const place = Math.min(wanted, others.length);
    const rows = new Map((await act.lockMany(pipelineRecord, others.map(({ id }) => id))).map((row) => [row.id, row]));
    for (const [index, { id }] of others.entries()) {
      const row = rows.get(id);
      if (row) await act.update(pipelineRecord, row, { position: index < place ? index : index + 1 });
    }
    return place;
  }
}
