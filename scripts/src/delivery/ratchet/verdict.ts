/** Below this nothing is merged, and this is where every package is to get to; percent of lines. */
export const FLOOR = 60;
export const GOAL = 80;

/** Package -> its part of lines that tests run, in percent. */
export type Shares = Readonly<Record<string, number>>;

export interface Verdict {
  package: string;
  share: number;
  /** What it was when the ratchet was last set; it never goes back behind that. */
  before: number | undefined;
  problem: string | null;
}

export function verdictsOf(shares: Shares, ratchet: Shares): Verdict[] {
  return Object.entries(shares).map(([name, share]) => {
    const before = ratchet[name];
    const lost = before !== undefined && share < before ? `was ${before} %` : null;
    return { package: name, share, before, problem: share < FLOOR ? `below ${FLOOR} %` : lost };
  });
}

export const tableOf = (verdicts: readonly Verdict[]): string =>
  ['| package | lines | before | |', '|---|---|---|---|', ...verdicts.map(({ package: name, share, before, problem }) => `| ${name} | ${share} % | ${before ?? '-'} | ${problem ?? (share >= GOAL ? 'well' : `on the way to ${GOAL} %`)} |`), ''].join('\n');
