import { z } from 'zod';
import { id, recordKind, requiredText } from '../http/fields.dto.js';
import { wholeNumberOr } from '../http/lists.dto.js';

export const searchQuery = z.strictObject({
  q: requiredText(200).describe('Any part of a name, email, domain or phone'),
  limit: wholeNumberOr(1, 50, 20),
  kinds: z.string().regex(/^(company|contact|deal|task)(,(company|contact|deal|task))*$/, 'Must be kinds with commas between, such as "contact,deal".').optional(),
});
export const searchHit = z.strictObject({
  kind: recordKind, id, title: z.string(), subtitle: z.string(), matchedField: z.enum(['name', 'email', 'domain', 'phone', 'other']),
}).meta({ id: 'SearchHit' });
export const searchResult = z.strictObject({ items: z.array(searchHit) });
