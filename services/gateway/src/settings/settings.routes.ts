import { route } from '../http/route.js';
import * as dto from './settings.dto.js';

const tag = 'Settings';

export const getCurrencies = route({ method: 'GET', path: '/api/v1/settings/currencies', id: 'getCurrencies', summary: 'The currency of sums, and the rates', tag, status: 200, response: dto.knownCurrencies });
export const updateCurrencies = route({ method: 'PUT', path: '/api/v1/settings/currencies', id: 'updateCurrencies', summary: 'Change the currency of sums and the rates', tag, body: dto.updateCurrenciesBody, status: 200, response: dto.currencies, deadlineMs: 30_000, errors: ['UNKNOWN_CURRENCY', 'RATE_OUT_OF_RANGE', 'STALE_VERSION'] });
export const previewCurrencies = route({ method: 'POST', path: '/api/v1/settings/currencies/preview', id: 'previewCurrencies', summary: 'What a change of currency and rates would change', description: 'Saves nothing.', tag, body: dto.previewCurrenciesBody, status: 200, response: dto.currenciesPreview, errors: ['UNKNOWN_CURRENCY', 'RATE_OUT_OF_RANGE'] });
export const listLostReasons = route({ method: 'GET', path: '/api/v1/settings/lost-reasons', id: 'listLostReasons', summary: 'Why deals are lost', tag, query: dto.lostReasonsQuery, status: 200, response: dto.lostReasonPage });
export const updateLostReasons = route({ method: 'PUT', path: '/api/v1/settings/lost-reasons', id: 'updateLostReasons', summary: 'Replace the ordered list of reasons', tag, body: dto.updateLostReasonsBody, status: 200, response: dto.lostReasons, errors: ['LOST_REASON_NAME_TAKEN', 'LOST_REASON_NOT_FOUND'] });
