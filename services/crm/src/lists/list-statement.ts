import type { Actor } from '@crm-vision/common/context';
import type { Statement } from '@crm-vision/common/database';
import { readable } from '../access/readable.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { compileFilter } from './filter.js';
import type { ListQuery, ListSource, Page } from './list-field.js';
import { cutPage, type Measured, withinBytes } from './page-bytes.js';
import { rowsToAskFor } from './page-size.js';
import { Parameters } from './parameters.js';
import { behind, compileSort, idOf, orderBy } from './sort.js';
import { composedStatement } from './statement.js';

const COUNT_MAX = 1000;
/**
 * As many candidates as are looked up one by one. What more rows hold is found sooner by walking along the order of the list: of 100 000 that all hold a text,
 * looking them all up took fifty times as long.
 */
const FEW = 1000;

/** What a feature adds to the page of rows `r`: columns, and joins that neither add nor drop rows. */
export interface ListShape {
  columns: string | ((parameters: Parameters) => string);
  /** SQL of the bytes of a row as its columns are called, `p`. */
  size: string;
  joins?: (parameters: Parameters) => string;
  /** A condition of the list itself, beside the filter; may add parameters. */
  where?: (parameters: Parameters) => string;
  /** What the cursor is bound to beside sort, filter and workspace. */
  boundTo?: string;
}

/** Row of a page: the feature's columns and what the page needs. */
export type ListRow<T> = T & Partial<Measured> & { id: string | null; sort0?: string; sort1?: string; sort2?: string; matches?: number };

export interface ListPlan {
  statement: Statement;
  toPage<T extends object>(rows: readonly ListRow<T>[]): Page<T>;
}

/** One statement for a page of live rows: wall, access filter, filter, keyset, sort, and a capped count when asked for. */
export function planList(actor: Actor, source: ListSource, query: ListQuery, shape: ListShape): ListPlan {
  const parameters = new Parameters();
  const orders = compileSort(query.sort, source);
  // The expressions too: a place in an order that a new release has changed is no place.
  const belongsTo = [actor.workspaceId, source.kind, orders, query.filter, shape.boundTo ?? ''];
  const filter = compileFilter(actor, query.filter, source, parameters);
  const where = ['r.deleted_at is null', readable(actor, { kind: source.kind, alias: 'r', parameters }), filter.condition, shape.where?.(parameters) ?? 'true']
    .filter((condition) => condition !== 'true').join(' and ');
  const kept = orders.map((order) => order.kept?.join ?? '').join(' ');
  const from = `from crm.${source.table} r ${kept} where ${where}`;
  // Only one of the two ways is gone; of the other nothing is asked.
  const ways = filter.candidates ? [`${from} and r.id in (select id from found) and (select count(*) from found) <= ${FEW}`, `${from} and (select count(*) from found) > ${FEW}`] : [from];
  const found = filter.candidates ? `with found as materialized (select ${filter.candidates(FEW + 1)} as id) ` : '';
  const each = (part: (way: string) => string): string => (ways.length === 1 ? part(from) : ways.map((way) => `(${part(way)})`).join(' union all '));
  const after = query.cursor === '' ? '' : ` and ${behind(decodeCursor(query.cursor, belongsTo, orders.map(({ type }) => type)), orders, parameters)}`;
  const keys = orders.map(({ sql }, index) => `(${sql}) as sort_${index}`).join(', ');
  const names = orders.map((_, index) => `r.sort_${index}`);
  const limit = query.limit === 0 ? 50 : query.limit;
  const page = each((way) => `select r.*, ${keys} ${way}${after} order by ${orderBy(orders, orders.map(({ sql }) => sql), idOf(orders))} limit ${rowsToAskFor(limit)}`);
  const shown = typeof shape.columns === 'string' ? shape.columns : shape.columns(parameters);
  const columns = [shown, ...names.map((name, index) => `${name}::text as sort${index}`)].join(', ');
  const [joins, order] = [shape.joins?.(parameters) ?? '', `order by ${orderBy(orders, names)}`];
  const text = query.count
    ? `${found}select ${columns}, n.matches from (select count(*)::int as matches from (${each((way) => `select 1 ${way} limit ${COUNT_MAX + 1}`)}) m) n left join (${page}) r on true ${joins} ${order}`
    : `${found}select ${columns} from (${page}) r ${joins} ${order}`;
  return {
    statement: composedStatement(`${source.table}_list`, withinBytes(text, shape), parameters.values),
    toPage: (rows) => toPage(rows, limit, belongsTo),
  };
}

function toPage<T extends object>(rows: readonly ListRow<T>[], limit: number, belongsTo: readonly unknown[]): Page<T> {
  const matches = rows[0]?.matches;
  const found = rows.filter(({ id }) => id !== null);
  const { items, more } = cutPage(found, limit);
  const last = more ? items.at(-1) : undefined;
  return {
    items,
    nextCursor: last ? encodeCursor({ id: last.id ?? '', values: [last.sort0, last.sort1, last.sort2].filter((value) => value !== undefined) }, belongsTo) : '',
    ...(matches !== undefined && { count: { value: Math.min(matches, COUNT_MAX), exact: matches <= COUNT_MAX } }),
  };
}
