import type { Actor } from '@crm-vision/common/context';
import { invalidField, StaleVersionError } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import { dayIn } from '../days/day.js';
import type { ListQuery, Page } from '../lists/list-field.js';
import { Members } from '../members/members.service.js';
import type { Pipeline, Stage } from '../pipelines/pipeline.js';
import { stagesOf } from '../pipelines/pipeline.js';
import { PipelinesService } from '../pipelines/pipelines.service.js';
import { type Done, Writes } from '../writes/writes.service.js';
import { checkUpdate, type Deal, editDeal, empties, moveDeal, newDeal } from './deal.js';
import { DealNotFoundError, pipelineNotFound, StageNotInPipelineError } from './deal.errors.js';
import type { DealPatch } from './deal-input.js';
import type { DealView } from './deal-list.js';
import { DealMoves } from './deal-moves.js';
import { type DealsOfDay, toDealsOfDay } from './deals-of-day.js';
import { dealRecord } from './deal.record.js';
import { toDealMessage } from './deals.mapper.js';
import { DealsRepository } from './deals.repository.js';
import type { StageStay } from './stage-history.js';

const OF_DAY_MAX = 20;

export interface NewDeal {
  patch: DealPatch;
  pipelineId: string | null;
  stageId: string | null;
}

@Injectable()
export class DealsService {
  constructor(
    private readonly deals: DealsRepository,
    private readonly pipelines: PipelinesService,
    private readonly moves: DealMoves,
    private readonly writes: Writes,
    private readonly members: Members,
  ) {}

  list(actor: Actor, query: ListQuery): Promise<Page<DealView>> {
    requirePermission(actor, 'records.read');
    return this.deals.list(actor, query);
  }

  get(actor: Actor, id: string): Promise<DealView> {
    requirePermission(actor, 'records.read');
    return this.deals.getById(actor, id);
  }

  async listStays(actor: Actor, id: string): Promise<StageStay[]> {
    requirePermission(actor, 'records.read');
    const stays = await this.deals.listStays(actor, id);
    if (stays.length === 0) throw new DealNotFoundError();
    return stays;
  }

  async ofDay(actor: Actor, timeZone: string): Promise<DealsOfDay> {
    requirePermission(actor, 'records.read');
    const now = new Date();
    return toDealsOfDay(await this.deals.listOfDay(actor, dayIn(timeZone || actor.ownTimeZone, now), now, OF_DAY_MAX), OF_DAY_MAX);
  }

  async create(actor: Actor, { patch, pipelineId, stageId }: NewDeal): Promise<Done<DealView>> {
    requirePermission(actor, 'records.write');
    const { name } = patch;
    if (!name) throw invalidField('name', 'Must not be empty.', 'REQUIRED');
    if (patch.ownerId) await this.members.require(actor, patch.ownerId);
    const stage = await this.stageFor(actor, pipelineId, stageId);
    return this.writes.run(actor, 'create', async (act) => {
      const fields: Deal = { ...newDeal(name, actor.userId), ...patch };
      await this.moves.requireReferences(actor, null, fields);
      const position = await this.moves.topOf(act, stage);
      const move = { stage, position, at: new Date().toISOString(), lostReasonId: null, lostReasonText: null };
      const { id } = await act.insert(dealRecord, moveDeal(fields, move));
      return this.deals.getById(actor, id);
    });
  }

  async update(actor: Actor, id: string, version: number, patch: DealPatch): Promise<Done<DealView>> {
    requirePermission(actor, 'records.write');
    const checkOwner = await this.members.mayBecome(actor, patch.ownerId);
    return this.writes.run(actor, 'update', async (act) => {
      const deal = await act.lock(dealRecord, id);
      if (deal.version !== version) throw new StaleVersionError(toDealMessage(await this.deals.getById(actor, id)));
      checkOwner(deal.ownerId);
      const wanted = editDeal(deal, patch);
      checkUpdate(deal, wanted, empties(deal, wanted) ? await this.stageOf(actor, deal) : undefined);
      await this.moves.requireReferences(actor, deal, wanted);
      await act.update(dealRecord, deal, wanted);
      return this.deals.getById(actor, id);
    });
  }

  private async stageOf(actor: Actor, { stageId }: Deal): Promise<Stage | undefined> {
    const pipeline = await this.pipelines.findByStage(actor, stageId);
    return pipeline ? stagesOf(pipeline).find(({ id }) => id === stageId) : undefined;
  }

  /** Without a stage the first open one of the pipeline; without a pipeline the stage's, else the default one. */
  private async stageFor(actor: Actor, pipelineId: string | null, stageId: string | null): Promise<Stage> {
    const pipeline = await this.pipelineFor(actor, pipelineId, stageId);
    const stages = stagesOf(pipeline);
    const stage = stageId === null ? stages.find(({ type }) => type === 'open') : stages.find(({ id }) => id === stageId);
    if (!stage) throw new StageNotInPipelineError();
    return stage;
  }

  private async pipelineFor(actor: Actor, pipelineId: string | null, stageId: string | null): Promise<Pipeline> {
    const found = pipelineId === null && stageId !== null ? await this.pipelines.findByStage(actor, stageId) : await this.pipelines.findLive(actor, pipelineId);
    if (!found) throw pipelineId === null ? new StageNotInPipelineError() : pipelineNotFound();
    return found;
  }
}
