import { currentActor } from '@crm-vision/common/context';
import {
  type CreateDealRequest, type CreateDealResponse, type DealServiceController, DealServiceControllerMethods, type GetBoardRequest, type GetBoardResponse, type GetDealRequest,
  type GetDealResponse, type GetDealsOfDayRequest, type GetDealsOfDayResponse, type ListBoardCardsRequest, type ListBoardCardsResponse, type ListDealsRequest, type ListDealsResponse, type ListStageHistoryRequest,
  type ListStageHistoryResponse, type MoveDealRequest, type MoveDealResponse, type UpdateDealRequest, type UpdateDealResponse,
} from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { Controller } from '@nestjs/common';
import { requireId, toOptionalId } from '../fields/ids.mapper.js';
import { checkLimit, toFilter, toListQuery, toPageInfo } from '../lists/list.mapper.js';
import { toBoardMessage } from './board.mapper.js';
import { BoardService } from './board.service.js';
import { DealMoves } from './deal-moves.js';
import { toCardMessage, toDealMessage, toDealPatch, toDealsOfDayMessage, toMove, toStayMessage } from './deals.mapper.js';
import { DealsService } from './deals.service.js';

const CARDS_MAX = 100;
const PAGE_MAX = 200;
const USUAL = 50;

@Controller()
@DealServiceControllerMethods()
export class DealsController implements DealServiceController {
  constructor(
    private readonly deals: DealsService,
    private readonly moves: DealMoves,
    private readonly board: BoardService,
  ) {}

  async listDeals({ list }: ListDealsRequest): Promise<ListDealsResponse> {
    const page = await this.deals.list(currentActor(), toListQuery(list));
    return { deals: page.items.map(toDealMessage), page: toPageInfo(page) };
  }

  async getDeal({ id }: GetDealRequest): Promise<GetDealResponse> {
    return { deal: toDealMessage(await this.deals.get(currentActor(), requireId(id))) };
  }

  async createDeal({ input, pipelineId, stageId }: CreateDealRequest): Promise<CreateDealResponse> {
    const deal = { patch: toDealPatch(input), pipelineId: toOptionalId(pipelineId, 'pipelineId'), stageId: toOptionalId(stageId, 'stageId') };
    const { result, changeSetId } = await this.deals.create(currentActor(), deal);
    return { deal: toDealMessage(result), changeSetId };
  }

  async updateDeal({ id, version, input }: UpdateDealRequest): Promise<UpdateDealResponse> {
    const { result, changeSetId } = await this.deals.update(currentActor(), requireId(id), version, toDealPatch(input));
    return { deal: toDealMessage(result), changeSetId };
  }

  async moveDeal(request: MoveDealRequest): Promise<MoveDealResponse> {
    const { result, changeSetId } = await this.moves.move(currentActor(), requireId(request.id), toMove(request));
    return { deal: toDealMessage(result), changeSetId };
  }

  async getBoard({ pipelineId, filter, limit }: GetBoardRequest): Promise<GetBoardResponse> {
    const query = { filter: toFilter(filter), limit: checkLimit(limit, CARDS_MAX) || USUAL };
    return toBoardMessage(await this.board.get(currentActor(), toOptionalId(pipelineId, 'pipelineId'), query));
  }

  async listBoardCards({ stageId, cursor, filter, limit }: ListBoardCardsRequest): Promise<ListBoardCardsResponse> {
    const query = { filter: toFilter(filter), limit: checkLimit(limit, PAGE_MAX) || USUAL };
    const { items, nextCursor } = await this.board.listCards(currentActor(), requireId(stageId, 'stageId'), cursor, query);
    return { cards: items.map(toCardMessage), nextCursor };
  }

  async getDealsOfDay({ timeZone }: GetDealsOfDayRequest): Promise<GetDealsOfDayResponse> {
    return toDealsOfDayMessage(await this.deals.ofDay(currentActor(), timeZone));
  }

  async listStageHistory({ dealId }: ListStageHistoryRequest): Promise<ListStageHistoryResponse> {
    return { stays: (await this.deals.listStays(currentActor(), requireId(dealId, 'dealId'))).map(toStayMessage) };
  }
}
