const SIZES = [11, 21, 51, 101, 201];

/**
 * How many rows to ask for, so that a page of `limit` knows whether there are more. Written into the statement: from a parameter PostgreSQL would plan for a
 * tenth of the table. Rounded up, so that few statements serve all limits.
 */
export function rowsToAskFor(limit: number): number {
  return SIZES.find((size) => size > limit) ?? limit + 1;
}
