import { bulkAssignBody, bulkDeleteBody, idParams, undoable } from '../http/fields.dto.js';
import { pageQuery } from '../http/lists.dto.js';
import { route } from '../http/route.js';
import { timelinePage } from '../timeline/timeline.dto.js';
import * as dto from './deals.dto.js';

const tag = 'Deals';
const base = '/api/v1/deals';
const notFound = 'DEAL_NOT_FOUND';

export const listDeals = route({ method: 'GET', path: base, id: 'listDeals', summary: 'List deals', tag, query: dto.dealsQuery, status: 200, response: dto.dealPage });
export const createDeal = route({ method: 'POST', path: base, id: 'createDeal', summary: 'Add a deal', tag, body: dto.createDealBody, status: 201, response: dto.deal, errors: ['STAGE_NOT_IN_PIPELINE', 'REQUIRED_FIELDS_MISSING', 'COMPANY_NOT_FOUND', 'CONTACT_NOT_FOUND', 'OWNER_NOT_FOUND', 'PIPELINE_NOT_FOUND', 'STAGE_NOT_FOUND'] });
export const getDeal = route({ method: 'GET', path: `${base}/{id}`, id: 'getDeal', summary: 'Read a deal', tag, params: idParams, status: 200, response: dto.deal, errors: [notFound] });
export const updateDeal = route({ method: 'PATCH', path: `${base}/{id}`, id: 'updateDeal', summary: 'Change a deal', tag, params: idParams, body: dto.updateDealBody, status: 200, response: dto.deal, errors: [notFound, 'STALE_VERSION', 'COMPANY_NOT_FOUND', 'CONTACT_NOT_FOUND', 'OWNER_NOT_FOUND', 'REQUIRED_FIELDS_MISSING', 'DEAL_CLOSED'] });
export const deleteDeal = route({ method: 'DELETE', path: `${base}/{id}`, id: 'deleteDeal', summary: 'Move a deal to the bin', tag, params: idParams, status: 204, errors: [notFound] });
export const restoreDeal = route({ method: 'POST', path: `${base}/{id}/restore`, id: 'restoreDeal', summary: 'Bring a deal back from the bin', tag, params: idParams, status: 200, response: dto.deal, errors: [notFound, 'STAGE_GONE'] });
export const bulkDeleteDeals = route({ method: 'POST', path: `${base}/bulk-delete`, id: 'bulkDeleteDeals', summary: 'Move many deals to the bin', tag, body: bulkDeleteBody, status: 200, response: undoable, errors: [notFound] });
export const bulkAssignDeals = route({ method: 'POST', path: `${base}/bulk-assign`, id: 'bulkAssignDeals', summary: 'Give many deals a new owner', tag, body: bulkAssignBody, status: 200, response: undoable, errors: [notFound, 'OWNER_NOT_FOUND'] });
export const listDealTimeline = route({ method: 'GET', path: `${base}/{id}/timeline`, id: 'listDealTimeline', summary: 'What happened to a deal, newest first', tag, params: idParams, query: pageQuery, status: 200, response: timelinePage, errors: ['RECORD_NOT_FOUND'] });
export const getBoard = route({ method: 'GET', path: `${base}/board`, id: 'getBoard', summary: 'The board of a pipeline: columns with count, sums and first cards', tag, query: dto.boardQuery, status: 200, response: dto.board, errors: ['PIPELINE_NOT_FOUND'] });
export const listBoardCards = route({ method: 'GET', path: `${base}/board/{stageId}/cards`, id: 'listBoardCards', summary: 'More cards of one column', tag, params: dto.stageParams, query: dto.cardsQuery, status: 200, response: dto.cardsPage, errors: ['STAGE_NOT_FOUND'] });
export const moveDeal = route({ method: 'POST', path: `${base}/{id}/move`, id: 'moveDeal', summary: 'Move a deal to a stage and a place in its column', tag, params: idParams, body: dto.moveDealBody, status: 200, response: dto.deal, errors: [notFound, 'STALE_VERSION', 'STAGE_NOT_FOUND', 'REQUIRED_FIELDS_MISSING', 'LOST_REASON_REQUIRED', 'COMPANY_NOT_FOUND', 'CONTACT_NOT_FOUND', 'LOST_REASON_NOT_FOUND'] });
export const listStageHistory = route({ method: 'GET', path: `${base}/{id}/stage-history`, id: 'listStageHistory', summary: 'The time spent in each stage', tag, params: idParams, status: 200, response: dto.stageHistory, errors: [notFound] });
