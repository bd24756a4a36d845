import { z } from 'zod';
import { id, requiredText } from '../http/fields.dto.js';

const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'Must be an ISO 4217 code, such as "EUR".');
const rate = z.strictObject({
  currency: currencyCode,
  rate: z.string().regex(/^\d{1,9}(\.\d{1,10})?$/, 'Must be a decimal number as text, such as "1.0843".').describe('What one unit is worth in the currency of the workspace'),
});
export const currencies = z.strictObject({ defaultCurrency: currencyCode, rates: z.array(rate).max(200), version: z.int().min(0) }).meta({ id: 'Currencies' });
export const updateCurrenciesBody = z.strictObject({ defaultCurrency: currencyCode, rates: z.array(rate).max(200), version: z.int().min(0).describe('The one last read; 0 before the first change') });

export const lostReason = z.strictObject({ id, name: z.string(), archived: z.boolean() }).meta({ id: 'LostReason' });
export const lostReasons = z.strictObject({ items: z.array(lostReason) });
export const lostReasonsQuery = z.strictObject({ includeArchived: z.enum(['true', 'false']).optional() });
export const updateLostReasonsBody = z.strictObject({ items: z.array(z.strictObject({ id: id.optional(), name: requiredText(120) })).min(1).max(100) });
