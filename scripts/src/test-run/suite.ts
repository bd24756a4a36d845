/** What one suite of `npm test` came to. */
export interface SuiteResult {
  suite: string;
  passed: number;
  failed: number;
  skipped: number;
  milliseconds: number;
}

/** A group of suites that run together and end in one row each. */
export interface SuiteGroup {
  suites: string[];
  run(wanted: string[]): Promise<SuiteResult[]>;
}

export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const from = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - from };
}
