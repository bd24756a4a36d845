import { idParams } from '../http/fields.dto.js';
import { route } from '../http/route.js';
import * as dto from './records.dto.js';

const tag = 'Bin and undo';

export const listBin = route({ method: 'GET', path: '/api/v1/bin', id: 'listBin', summary: 'What was deleted, newest first', tag, query: dto.binQuery, status: 200, response: dto.binPage });
const notFound = ['COMPANY_NOT_FOUND', 'CONTACT_NOT_FOUND', 'DEAL_NOT_FOUND', 'TASK_NOT_FOUND', 'NOTE_NOT_FOUND', 'PIPELINE_NOT_FOUND'];
export const previewPurge = route({ method: 'GET', path: '/api/v1/bin/{kind}/{id}', id: 'previewPurge', summary: 'What deleting a record in the bin for good would take along', tag, params: dto.binParams, status: 200, response: dto.purgePreview, errors: notFound });
export const purgeRecord = route({ method: 'POST', path: '/api/v1/bin/{kind}/{id}/purge', id: 'purgeRecord', summary: 'Delete a record in the bin for good', description: 'With its notes and its timeline; contacts, deals and tasks that name it stay, without it. For owners and admins. Nothing brings it back.', tag, params: dto.binParams, body: dto.purgeBody, status: 204, errors: [...notFound, 'PURGE_OUTDATED', 'PIPELINE_HAS_DELETED_DEALS'] });
export const undoChangeSet = route({ method: 'POST', path: '/api/v1/change-sets/{id}/undo', id: 'undoChangeSet', summary: 'Revert a change', tag, params: idParams, status: 200, response: dto.undone, errors: ['CHANGE_SET_NOT_FOUND', 'CHANGE_SET_ALREADY_UNDONE', 'UNIQUE_VALUE_TAKEN', 'STAGE_GONE', 'DEFAULT_PIPELINE_TAKEN', 'PIPELINE_HAS_DEALS', 'PIPELINE_IS_DEFAULT'] });
