import type { TestDatabase } from './test-database.js';

/** More than any column may keep. */
const TOO_LARGE_BYTES = 8 * 1024 * 1024;

/** A value of each type that has a size, with this many bytes at least. */
const largeValues: Readonly<Record<string, string>> = {
  text: `repeat('x', ${TOO_LARGE_BYTES})`,
  jsonb: `to_jsonb(repeat('x', ${TOO_LARGE_BYTES}))`,
  bytea: `convert_to(repeat('x', ${TOO_LARGE_BYTES}), 'UTF8')`,
  'text[]': `array[repeat('x', ${TOO_LARGE_BYTES})]`,
  'uuid[]': `array_fill('00000000-0000-0000-0000-000000000000'::uuid, array[${TOO_LARGE_BYTES / 16}])`,
};

interface Column {
  table: string;
  column: string;
  type: string;
  /** Conditions of the table's CHECK constraints that name this column alone. */
  checks: string[];
}

const COLUMNS = `select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
    coalesce((select array_agg(pg_get_expr(k.conbin, k.conrelid)) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]), '{}') as checks
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
  where n.nspname = $1 and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and (t.typlen = -1 and t.typname <> 'numeric') order by 1, 2`;

/**
 * The columns of a schema that can hold a value of any size: no CHECK of theirs refuses one of eight mebibytes. What PostgreSQL makes itself from other columns of
 * the row (GENERATED) is as small as those are. Each as "table.column (type)".
 */
export async function unboundedColumns(database: TestDatabase, schema: string): Promise<string[]> {
  const unbounded: string[] = [];
  for (const { table, column, type, checks } of await database.sql<Column & Record<string, unknown>>(COLUMNS, [schema])) {
    const value = largeValues[type];
    const [answer] = value && checks.length > 0
      ? await database.sql<{ refused: boolean }>(`select not (${checks.join(') or not (')}) as refused from (select ${value} as "${column}") v`)
      : [];
    if (answer?.refused !== true) unbounded.push(`${table}.${column} (${type})`);
  }
  return unbounded;
}
