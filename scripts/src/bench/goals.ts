/** A goal of the benchmark: a ratio of two figures of one run, never an absolute. */
export interface Verdict {
  goal: string;
  text: string;
  /** null: it could not be measured here. */
  value: number | null;
  limit: number;
  /** Is more better, or less? */
  want: 'at least' | 'at most';
}

export function isReached({ value, limit, want }: Verdict): boolean | null {
  if (value === null || !Number.isFinite(value)) return null;
  return want === 'at least' ? value >= limit : value <= limit;
}

/** A ratio that stays unknown when one of its sides is. */
export function ratio(a: number | null | undefined, b: number | null | undefined): number | null {
  return a === null || a === undefined || b === null || b === undefined || b === 0 ? null : a / b;
}
