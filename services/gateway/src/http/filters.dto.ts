import { z } from 'zod';
import { jsonSize } from './json-size.js';
import { composed, textViolations } from './text-checks.js';

/** What a list is filtered and sorted by, for the document. The service that owns the list decides; a test holds both together. */
export interface ListFields extends SortedFields {
  filters: Readonly<Record<string, FieldType>>;
}

export interface SortedFields {
  /** Begins the names of the schemas of its filter. */
  name: string;
  sorts: readonly string[];
  /** The order without "sort". */
  usually: string;
}

/** How the values of a field are read and compared. */
export type FieldType = 'text' | 'id' | 'word' | 'instant' | 'day' | 'integer' | 'money' | 'boolean' | 'phone';

export const MAX_CONDITIONS = 50;
export const MAX_DEPTH = 5;
/** Each level of a filter is an object and a list; innermost stands a condition with a list of values. */
const MAX_NESTING = 2 * (MAX_DEPTH + 2);

export const filterOps = [
  'eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between', 'contains', 'startsWith', 'isNull', 'isNotNull', 'within',
] as const;

const scalar = [z.string().max(500), z.number(), z.boolean()] as const;
export const filterOp = z.enum(filterOps).meta({ id: 'FilterOp' });
const value = z.union([...scalar, z.array(z.union(scalar)).max(200)]).optional().describe(
  'One value; a list for in, notIn and between; none for isNull and isNotNull; for within days such as "-7d", "+30d", "today". Days are those of the workspace\'s time zone',
);

/** A condition on one of these fields. */
export const conditionOn = <F extends z.ZodType<string>>(field: F) => z.strictObject({ field, op: filterOp.describe('ne and notIn also find what has no value; isNull finds only that'), value });

const condition = conditionOn(z.string().min(1).max(80));

export type FilterNode = z.output<typeof condition> | { and: FilterNode[] } | { or: FilterNode[] };

const filter: z.ZodType<FilterNode> = z.union([
  z.strictObject({ get and() { return z.array(filter).min(1).max(MAX_CONDITIONS); } }),
  z.strictObject({ get or() { return z.array(filter).min(1).max(MAX_CONDITIONS); } }),
  condition,
]);

function parseFilter(value: string, context: z.RefinementCtx<string>): unknown {
  const tooDeep = jsonSize(Buffer.from(value)).depth > MAX_NESTING;
  if (tooDeep) context.addIssue({ code: 'custom', message: 'Is nested too deeply.' });
  const parsed = tooDeep ? null : parseJson(value);
  if (parsed === undefined) context.addIssue({ code: 'custom', message: 'Must be JSON.' });
  // What was checked before were the letters of the JSON; its escapes may hold what no field may.
  for (const { message } of textViolations(parsed, '')) context.addIssue({ code: 'custom', message });
  return context.issues.length > 0 ? z.NEVER : composed(parsed);
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** The filter as JSON text in a query parameter. */
export const filterParameter = ({ name }: ListFields) => z.string().max(20_000).transform(parseFilter).pipe(filter).optional().meta({
  description: `A ${name}Filter as JSON`,
  override: { type: 'string', maxLength: 20_000, contentMediaType: 'application/json', contentSchema: { $ref: `#/components/schemas/${name}Filter` } },
});

export function sortParameter({ sorts, usually }: SortedFields) {
  const field = `-?(${sorts.join('|')})`;
  return z.string().regex(/^-?[A-Za-z]+(,-?[A-Za-z]+){0,2}$/, 'Must be up to three field names, each with "-" in front for descending.').optional()
    .describe(`Up to three of ${sorts.join(', ')}; "-" in front for descending. Absent: ${usually}`)
    .meta({ example: usually, override: { type: 'string', pattern: `^${field}(,${field}){0,2}$` } });
}
