import type { Actor } from '@crm-vision/common/context';
import { StaleVersionError } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { generateKeyBetween } from 'fractional-indexing';
import { requirePermission } from '../access/roles.js';
import { CompaniesService } from '../companies/companies.service.js';
import { ContactsService } from '../contacts/contacts.service.js';
import { Members } from '../members/members.service.js';
import { lockColumn } from '../pipelines/pipeline-locks.js';
import { type Stage, stagesOf } from '../pipelines/pipeline.js';
import { PipelinesService } from '../pipelines/pipelines.service.js';
import { SettingsService } from '../settings/settings.service.js';
import type { Act } from '../writes/act.js';
import { type Done, Writes } from '../writes/writes.service.js';
import { checkUpdate, type Deal, editDeal, momentAfter, moveDeal } from './deal.js';
import { cardNotInColumn, lostReasonNotFound, placeCrowded, StageNotFoundError } from './deal.errors.js';
import type { DealView } from './deal-list.js';
import { findNeighbours, type Spot } from './deal-places.repository.js';
import { dealRecord } from './deal.record.js';
import { type MoveRequest, toDealMessage } from './deals.mapper.js';
import { DealsRepository } from './deals.repository.js';

/** Each place between the same two cards is a little longer than the one before: so many thousand of them are no ordering by hand. */
const PLACE_MAX = 800;

/** Moving a deal to a stage and a place in its column, in one transaction. */
@Injectable()
export class DealMoves {
  constructor(
    private readonly deals: DealsRepository,
    private readonly pipelines: PipelinesService,
    private readonly settings: SettingsService,
    private readonly companies: CompaniesService,
    private readonly contacts: ContactsService,
    private readonly writes: Writes,
    private readonly members: Members,
  ) {}

  async move(actor: Actor, id: string, request: MoveRequest): Promise<Done<DealView>> {
    requirePermission(actor, 'records.write');
    if (request.patch.ownerId) await this.members.require(actor, request.patch.ownerId);
    return this.writes.run(actor, 'move', async (act) => {
      const deal = await act.lock(dealRecord, id);
      if (deal.version !== request.version) throw new StaleVersionError(toDealMessage(await this.deals.getById(actor, id)));
      const stage = await this.stageOf(actor, request.stageId);
      const fields = editDeal(deal, request.patch);
      if (deal.stageId === stage.id) checkUpdate(deal, fields, stage);
      await this.requireReferences(actor, deal, fields);
      if (request.lostReasonId && request.lostReasonId !== deal.lostReasonId) await this.requireLostReason(actor, request.lostReasonId);
      const position = await this.takePlace(act, stage, request.beforeDealId ? { above: request.beforeDealId } : 'end', id);
      const { lostReasonId, lostReasonText } = request;
      const moved = moveDeal(fields, { stage, position, at: momentAfter(deal.stageEnteredAt), lostReasonId, lostReasonText });
      await act.update(dealRecord, deal, moved);
      return this.deals.getById(actor, id);
    });
  }

  /** The place on top of a column, which stays locked until the transaction ends. */
  async topOf(act: Act, stage: Stage): Promise<string> {
    return this.takePlace(act, stage, 'top', null);
  }

  /** Company and contacts that a deal did not name before must live. */
  async requireReferences(actor: Actor, before: Deal | null, { companyId, contactIds }: Deal): Promise<void> {
    if (companyId && companyId !== before?.companyId) await this.companies.requireLive(actor, companyId);
    const known = before?.contactIds ?? [];
    if (contactIds.some((id) => !known.includes(id))) await this.contacts.requireLive(actor, contactIds.filter((id) => !known.includes(id)));
  }

  private async stageOf(actor: Actor, stageId: string): Promise<Stage> {
    const pipeline = await this.pipelines.findByStage(actor, stageId);
    const stage = pipeline && stagesOf(pipeline).find(({ id }) => id === stageId);
    if (!stage) throw new StageNotFoundError();
    return stage;
  }

  /** Nobody else gives out places in the column until the transaction ends. */
  private async takePlace(act: Act, stage: Stage, spot: Spot, movingId: string | null): Promise<string> {
    await lockColumn(act.transaction, stage.pipelineId, stage.id);
    const { lives, found, upper, lower } = await findNeighbours(act.transaction, { stageId: stage.id, pipelineId: stage.pipelineId }, spot, movingId);
    if (!lives) throw new StageNotFoundError();
    if (!found) throw cardNotInColumn();
    const place = generateKeyBetween(upper, lower);
    if (place.length > PLACE_MAX) throw placeCrowded();
    return place;
  }

  private async requireLostReason(actor: Actor, id: string): Promise<void> {
    const reasons = await this.settings.listLostReasons(actor, { includeArchived: false });
    if (!reasons.some((reason) => reason.id === id)) throw lostReasonNotFound();
  }
}
