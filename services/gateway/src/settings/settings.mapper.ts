import type { Currencies, LostReason } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import type { z } from 'zod';
import { present } from '../http/fields.mapper.js';
import type * as dto from './settings.dto.js';

export function fromCurrencies(message: Currencies | undefined): z.output<typeof dto.currencies> {
  const { defaultCurrency, rates, version } = present(message, 'currencies');
  return { defaultCurrency, rates: rates.map(({ currency, rate }) => ({ currency, rate })), version };
}

export function fromLostReasons(reasons: LostReason[]): z.output<typeof dto.lostReasons> {
  return { items: reasons.map(({ id, name, archived }) => ({ id, name, archived })) };
}

export function toLostReasons({ items }: z.output<typeof dto.updateLostReasonsBody>): LostReason[] {
  return items.map(({ id, name }) => ({ id: id ?? '', name, archived: false }));
}
