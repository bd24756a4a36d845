import type {
  Currencies as CurrenciesMessage, LostReason as LostReasonMessage, PreviewCurrenciesResponse, WorthChange as WorthChangeMessage,
} from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { toOptionalId } from '../fields/ids.mapper.js';
import { toMoneyMessage } from '../money/money.mapper.js';
import type { Currencies, CurrenciesDraft } from './currencies.js';
import type { CurrenciesPreview, WorthChange } from './currencies-preview.js';
import type { LostReason, LostReasonDraft } from './lost-reasons.js';

export function toCurrenciesMessage({ defaultCurrency, rates, version }: Currencies): CurrenciesMessage {
  return { defaultCurrency, rates: Object.entries(rates).map(([currency, rate]) => ({ currency, rate })), version };
}

/** Without a version. */
export function toCurrenciesDraft(message: CurrenciesMessage | undefined, convertRates: boolean): CurrenciesDraft {
  const { defaultCurrency = '', rates = [] } = message ?? {};
  return { defaultCurrency, rates: convertRates && rates.length === 0 ? null : rates, convert: convertRates };
}

export function toPreviewMessage({ currencies, open, closed }: CurrenciesPreview): PreviewCurrenciesResponse {
  return { currencies: toCurrenciesMessage(currencies), open: toChangeMessage(open), closed: toChangeMessage(closed) };
}

function toChangeMessage({ before, after, ...change }: WorthChange): WorthChangeMessage {
  return { ...change, before: toMoneyMessage(before), after: toMoneyMessage(after) };
}

export const toLostReasonMessage = ({ id, name, archived }: LostReason): LostReasonMessage => ({ id, name, archived });

export function toLostReasonDrafts(messages: readonly LostReasonMessage[]): LostReasonDraft[] {
  return messages.map(({ id, name }, index) => ({ id: toOptionalId(id, `items[${index}].id`), name }));
}
