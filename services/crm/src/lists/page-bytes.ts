/** As much of what people wrote as a page holds, in bytes as it is kept. Far more than any row has. */
export const PAGE_BYTES_MAX = 2 * 1024 * 1024;

/** A row of a page that was cut to a number of bytes. */
export interface Measured {
  /** With it the page has too many: it shows that there is more, and is the first one of the next page. */
  passed: boolean;
}

export interface Cut {
  /** SQL of the bytes of a row of the page, `p`. Texts and JSON that may be large; what is always small is not worth measuring. */
  size: string;
  most?: number;
  /** Pages within the statement, each with bytes of its own: a column that tells them apart, and what orders each. */
  each?: { column: string; order: string };
}

/**
 * The first rows of `rows`, an ordered select, as many as the bytes allow and one more. Cut where it is read: the rest is neither sent nor kept. Without an order of
 * its own a window goes through the rows as they come; OFFSET 0 keeps what they compute from being computed twice.
 */
export function withinBytes(rows: string, { size, most = PAGE_BYTES_MAX, each }: Cut): string {
  const order = each ? `partition by p.${each.column} order by ${each.order}` : '';
  return `select *, total >= ${most} as passed from (select p.*, sum(p.bytes) over (${order} rows unbounded preceding) as total
    from (select p.*, ${size} as bytes from (${rows} offset 0) p offset 0) p) p where total - bytes < ${most}`;
}

/** SQL of the bytes of a value. Of a text they are known without reading it. */
export const bytesOf = {
  text: (column: string): string => `coalesce(octet_length(p.${column}), 0)`,
  json: (column: string): string => `coalesce(octet_length(p.${column}::text), 0)`,
};

/** What was read as a page: `limit` items at most and the first one always, and whether there are more. */
export function cutPage<T extends Partial<Measured>>(rows: readonly T[], limit: number): { items: T[]; more: boolean } {
  const place = rows.findIndex(({ passed }) => passed);
  const fitting = place === -1 ? rows.length : Math.max(place, 1);
  const items = rows.slice(0, Math.min(fitting, limit));
  return { items, more: place !== -1 || rows.length > items.length };
}
