import type { Currencies, GetCurrenciesResponse, LostReason, PreviewCurrenciesResponse, UpdateCurrenciesRequest, WorthChange } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import type { z } from 'zod';
import { present } from '../http/fields.mapper.js';
import type * as dto from './settings.dto.js';

export function fromCurrencies(message: Currencies | undefined): z.output<typeof dto.currencies> {
  const { defaultCurrency, rates, version } = present(message, 'currencies');
  return { defaultCurrency, rates: rates.map(({ currency, rate }) => ({ currency, rate })), version };
}

export function fromKnownCurrencies({ currencies, known }: GetCurrenciesResponse): z.output<typeof dto.knownCurrencies> {
  return { ...fromCurrencies(currencies), known: known.map(({ currency, digits }) => ({ currency, digits })) };
}

export function toCurrencies({ defaultCurrency, rates, convertRates, version }: Partial<z.output<typeof dto.updateCurrenciesBody>>): UpdateCurrenciesRequest {
  return { currencies: { defaultCurrency: defaultCurrency ?? '', rates: rates ?? [], version: version ?? 0 }, convertRates: convertRates ?? rates === undefined };
}

export function fromPreview({ currencies, open, closed }: PreviewCurrenciesResponse): z.output<typeof dto.currenciesPreview> {
  return { currencies: fromCurrencies(currencies), open: fromChange(open), closed: fromChange(closed) };
}

function fromChange(message: WorthChange | undefined): z.output<typeof dto.currenciesPreview>['open'] {
  const { count, before, after, missingBefore, missingAfter } = present(message, 'change');
  return { count, before: present(before, 'before'), after: present(after, 'after'), missingBefore, missingAfter };
}

export function fromLostReasons(reasons: LostReason[]): z.output<typeof dto.lostReasons> {
  return { items: reasons.map(({ id, name, archived }) => ({ id, name, archived })) };
}

export function toLostReasons({ items }: z.output<typeof dto.updateLostReasonsBody>): LostReason[] {
  return items.map(({ id, name }) => ({ id: id ?? '', name, archived: false }));
}
