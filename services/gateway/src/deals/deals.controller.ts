import { RecordKind } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { Controller } from '@nestjs/common';
import { Crm } from '../clients.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { toFilter, toListRequest, toPage } from '../http/lists.mapper.js';
import { Answer, Reply } from '../http/reply.js';
import { withCurrent } from '../http/with-current.js';
import { fromBulk, toAssign, toDelete, toTimeline } from '../records/records.mapper.js';
import { fromTimeline } from '../timeline/timeline.mapper.js';
import { fromBoard, fromCards, fromDeal, fromStay, toDealInput, toMove } from './deals.mapper.js';
import * as routes from './deals.routes.js';

const kind = RecordKind.RECORD_KIND_DEAL;

@Controller()
export class DealsController {
  constructor(private readonly crm: Crm) {}

  @Handle(routes.listDeals)
  async listDeals(@Input() { query }: In<typeof routes.listDeals>) {
    const { deals, page } = await this.crm.deals.listDeals({ list: toListRequest(query) });
    return toPage(deals, page, fromDeal);
  }

  @Handle(routes.createDeal)
  async createDeal(@Input() { body: { pipelineId = '', stageId = '', ...body } }: In<typeof routes.createDeal>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.deals.createDeal({ input: toDealInput(body), pipelineId, stageId }), ({ deal }) => fromDeal(deal));
  }

  @Handle(routes.getBoard)
  async getBoard(@Input() { query: { pipelineId = '', limit, filter } }: In<typeof routes.getBoard>) {
    return fromBoard(await this.crm.deals.getBoard({ pipelineId, limit, filter: toFilter(filter) }));
  }

  @Handle(routes.listBoardCards)
  async listBoardCards(@Input() { params, query: { limit, cursor = '', filter } }: In<typeof routes.listBoardCards>) {
    return fromCards(await this.crm.deals.listBoardCards({ stageId: params.stageId, cursor, limit, filter: toFilter(filter) }));
  }

  @Handle(routes.getDeal)
  async getDeal(@Input() { params }: In<typeof routes.getDeal>) {
    return fromDeal((await this.crm.deals.getDeal(params)).deal);
  }

  @Handle(routes.updateDeal, { current: fromDeal, shown: async ({ crm }, { id }: { id: string }) => fromDeal((await crm.deals.getDeal({ id })).deal) })
  async updateDeal(@Input() { params, body: { version, ...body } }: In<typeof routes.updateDeal>, @Answer() reply: Reply) {
    const updated = this.crm.deals.updateDeal({ id: params.id, version, input: toDealInput(body) });
    return reply.changed(await withCurrent(updated, () => this.read(params)), ({ deal }) => fromDeal(deal));
  }

  @Handle(routes.deleteDeal)
  async deleteDeal(@Input() { params }: In<typeof routes.deleteDeal>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.deleteRecords(toDelete(kind, [params.id])));
  }

  @Handle(routes.restoreDeal)
  async restoreDeal(@Input() { params }: In<typeof routes.restoreDeal>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.restoreRecord({ kind, id: params.id }));
    return fromDeal((await this.crm.deals.getDeal(params)).deal);
  }

  @Handle(routes.bulkDeleteDeals)
  async bulkDelete(@Input() { body }: In<typeof routes.bulkDeleteDeals>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.records.deleteRecords(toDelete(kind, body.ids)), fromBulk);
  }

  @Handle(routes.bulkAssignDeals)
  async bulkAssign(@Input() { body }: In<typeof routes.bulkAssignDeals>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.records.assignRecords(toAssign(kind, body)), fromBulk);
  }

  @Handle(routes.listDealTimeline)
  async listTimeline(@Input() { params, query }: In<typeof routes.listDealTimeline>) {
    return fromTimeline(await this.crm.timeline.listTimeline(toTimeline(kind, params.id, query)));
  }

  @Handle(routes.moveDeal, { current: fromDeal })
  async moveDeal(@Input() { params, body }: In<typeof routes.moveDeal>, @Answer() reply: Reply) {
    return reply.changed(await withCurrent(this.crm.deals.moveDeal(toMove(params.id, body)), () => this.read(params)), ({ deal }) => fromDeal(deal));
  }

  @Handle(routes.listStageHistory)
  async listStageHistory(@Input() { params }: In<typeof routes.listStageHistory>) {
    return { items: (await this.crm.deals.listStageHistory({ dealId: params.id })).stays.map(fromStay) };
  }

  private async read(params: { id: string }) {
    return (await this.crm.deals.getDeal(params)).deal;
  }
}
