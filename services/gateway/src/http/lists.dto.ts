import { z } from 'zod';
import { textViolations } from './text-checks.js';

export const MAX_CONDITIONS = 50;
export const MAX_DEPTH = 5;

export const filterOps = [
  'eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between', 'contains', 'startsWith', 'isNull', 'isNotNull', 'within',
] as const;

const scalar = z.union([z.string().max(500), z.number(), z.boolean()]);

const condition = z
  .strictObject({
    field: z.string().min(1).max(80),
    op: z.enum(filterOps).describe('ne and notIn also find what has no value; isNull finds only that'),
    value: z.union([scalar, z.array(scalar).max(200)]).optional().describe('One value; a list for in, notIn and between; none for isNull and isNotNull; for within days such as "-7d", "+30d", "today". Days are those of the workspace\'s time zone'),
  })
  .meta({ id: 'FilterCondition' });

export type FilterNode = z.output<typeof condition> | { and: FilterNode[] } | { or: FilterNode[] };

export const filterSchema: z.ZodType<FilterNode> = z
  .union([
    z.strictObject({ get and() { return z.array(filterSchema).min(1).max(MAX_CONDITIONS); } }),
    z.strictObject({ get or() { return z.array(filterSchema).min(1).max(MAX_CONDITIONS); } }),
    condition,
  ])
  .meta({ id: 'Filter', description: `A tree of conditions, at most ${MAX_CONDITIONS} of them and ${MAX_DEPTH} levels deep. Text compares without case and accents.` });

function parseFilter(value: string, context: z.RefinementCtx<string>): unknown {
  const parsed = parseJson(value);
  if (parsed === undefined) context.addIssue({ code: 'custom', message: 'Must be JSON.' });
  // What was checked before were the letters of the JSON; its escapes may hold what no field may.
  for (const { message } of textViolations(parsed, '')) context.addIssue({ code: 'custom', message });
  return context.issues.length > 0 ? z.NEVER : parsed;
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** The filter as JSON text in a query parameter. */
export const filterParameter = z.string().max(20_000).transform(parseFilter).pipe(filterSchema);

/** A whole number in a query, in decimal digits and nothing else. */
export function wholeNumber(minimum: number, maximum: number, preset: number) {
  const message = `Must be a whole number from ${minimum} to ${maximum}.`;
  return z.string().regex(/^\d{1,9}$/, message).transform(Number).pipe(z.int().min(minimum, message).max(maximum, message)).default(preset)
    .meta({ override: { type: 'integer', minimum, maximum, default: preset } });
}

const limit = wholeNumber(1, 200, 50);
const cursor = z.string().min(1).max(2000);

/** Query of a plain page: no sort, no filter. */
export const pageQuery = z.strictObject({ limit, cursor: cursor.optional() });

/** Query of a full list. The names of fields are checked by the service that owns them. */
export const listQuery = z.strictObject({
  limit,
  cursor: cursor.optional(),
  sort: z.string().regex(/^-?[A-Za-z]+(,-?[A-Za-z]+){0,2}$/, 'Must be up to three field names, each with "-" in front for descending.').optional().describe('Up to three fields, "-" in front for descending').meta({ example: 'name,-createdAt' }),
  filter: filterParameter.optional(),
  count: z.enum(['true', 'false']).optional().describe('Count the matches too, up to 1 000'),
});

export const boardQuery = z.strictObject({
  pipelineId: z.uuid().optional(),
  limit: wholeNumber(1, 100, 50),
  filter: filterParameter.optional(),
});

const count = z.strictObject({ value: z.int(), exact: z.boolean().describe('False: there are more') });

export function page<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable(), count: count.optional() });
}
