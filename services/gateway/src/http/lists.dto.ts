import { z } from 'zod';
import { filterParameter, type ListFields, sortParameter } from './filters.dto.js';

/** A whole number in a query, in decimal digits and nothing else. */
export function wholeNumber(minimum: number, maximum: number) {
  const message = `Must be a whole number from ${minimum} to ${maximum}.`;
  return z.string().regex(/^\d{1,9}$/, message).transform(Number).pipe(z.int().min(minimum, message).max(maximum, message)).meta({ override: { type: 'integer', minimum, maximum } });
}

/** The same with what it is when it is left out. */
export function wholeNumberOr(minimum: number, maximum: number, preset: number) {
  return wholeNumber(minimum, maximum).default(preset).meta({ override: { type: 'integer', minimum, maximum, default: preset } });
}

const limit = wholeNumberOr(1, 200, 50);
export const cursor = z.string().min(1).max(2000);

/** Query of a plain page: no sort, no filter. */
export const pageQuery = z.strictObject({ limit, cursor: cursor.optional() });

/** Query of a full list. The names of fields are checked by the service that owns them. */
export const listQuery = (fields: ListFields) => z.strictObject({
  limit,
  cursor: cursor.optional(),
  sort: sortParameter(fields),
  filter: filterParameter(fields),
  count: z.enum(['true', 'false']).optional().describe('Count the matches too, up to 1 000'),
});

const count = z.strictObject({ value: z.int(), exact: z.boolean().describe('False: there are more') });

export function page<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable(), count: count.optional() });
}
