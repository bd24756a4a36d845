import { z } from 'zod';
import { currencyCode, id, INT32_MAX, moneySum, requiredText } from '../http/fields.dto.js';
import { page } from '../http/lists.dto.js';
import { type Orders, shortListQuery } from '../http/short-lists.js';

const rate = z.strictObject({
  currency: currencyCode,
  rate: z.string().regex(/^\d{1,9}(\.\d{1,10})?$/, 'Must be a decimal number as text, such as "1.0843".').describe('What one unit is worth in the currency of the workspace'),
});
export const currencies = z.strictObject({ defaultCurrency: currencyCode, rates: z.array(rate).max(200), version: z.int().min(0) }).meta({ id: 'Currencies' });
const knownCurrency = z.strictObject({ currency: currencyCode, digits: z.int().min(0).max(4).describe('Digits after the decimal point of its amounts') });
export const knownCurrencies = currencies.extend({
  known: z.array(knownCurrency).describe('Every currency that an amount may be in, by ISO 4217; one without a rate is left out of sums'),
}).meta({ id: 'KnownCurrencies' });
const choice = {
  defaultCurrency: currencyCode,
  rates: z.array(rate).max(200).optional().describe('All of them; absent: those that are known, converted when the currency changes'),
  convertRates: z.boolean().optional().describe('True: the rates lead to the currency that the workspace has now, and are converted to the new one'),
};
export const updateCurrenciesBody = z.strictObject({ ...choice, version: z.int().min(0).max(INT32_MAX).describe('The one last read; 0 before the first change') });
export const previewCurrenciesBody = z.strictObject(choice);

const missing = z.array(z.string()).describe('Currencies without a rate, left out of the sum');
const worthChange = z.strictObject({ count: z.int(), before: moneySum, after: moneySum, missingBefore: missing, missingAfter: missing });
export const currenciesPreview = z.strictObject({
  currencies,
  open: worthChange.describe('Open deals count by the rates of today'),
  closed: worthChange.describe('Closed deals keep the rate of their closing; a change of the currency converts their worth once'),
}).meta({ id: 'CurrenciesPreview' });

export const lostReason = z.strictObject({ id, name: z.string(), archived: z.boolean() }).meta({ id: 'LostReason' });
export const lostReasons = z.strictObject({ items: z.array(lostReason) });
export const lostReasonPage = page(lostReason);
type LostReason = z.output<typeof lostReason>;
export const lostReasonOrders = { name: ({ name }) => name } satisfies Orders<LostReason>;
export const lostReasonsQuery = shortListQuery(Object.keys(lostReasonOrders), 'as they were put in order').extend({ includeArchived: z.enum(['true', 'false']).optional() });
export const updateLostReasonsBody = z.strictObject({ items: z.array(z.strictObject({ id: id.optional(), name: requiredText(120) })).min(1).max(100) });
