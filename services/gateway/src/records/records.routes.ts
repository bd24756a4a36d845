import { idParams } from '../http/fields.dto.js';
import { route } from '../http/route.js';
import * as dto from './records.dto.js';

const tag = 'Bin and undo';

export const listBin = route({ method: 'GET', path: '/api/v1/bin', id: 'listBin', summary: 'What was deleted, newest first', tag, query: dto.binQuery, status: 200, response: dto.binPage });
export const undoChangeSet = route({ method: 'POST', path: '/api/v1/change-sets/{id}/undo', id: 'undoChangeSet', summary: 'Revert a change', tag, params: idParams, status: 200, response: dto.undone, errors: ['CHANGE_SET_NOT_FOUND', 'CHANGE_SET_ALREADY_UNDONE', 'UNIQUE_VALUE_TAKEN', 'STAGE_GONE', 'DEFAULT_PIPELINE_TAKEN', 'PIPELINE_HAS_DEALS', 'PIPELINE_IS_DEFAULT'] });
