import type { Currencies as CurrenciesMessage, LostReason as LostReasonMessage } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { toOptionalId } from '../fields/ids.mapper.js';
import type { Currencies } from './currencies.js';
import type { LostReason, LostReasonDraft } from './lost-reasons.js';

export function toCurrenciesMessage({ defaultCurrency, rates, version }: Currencies): CurrenciesMessage {
  return { defaultCurrency, rates: Object.entries(rates).map(([currency, rate]) => ({ currency, rate })), version };
}

export const toLostReasonMessage = ({ id, name, archived }: LostReason): LostReasonMessage => ({ id, name, archived });

export function toLostReasonDrafts(messages: readonly LostReasonMessage[]): LostReasonDraft[] {
  return messages.map(({ id, name }, index) => ({ id: toOptionalId(id, `items[${index}].id`), name }));
}
