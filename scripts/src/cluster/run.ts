import { keepEvidence } from '../readiness/evidence.js';
import type { Proof } from '../readiness/row.js';
import { seconds } from '../terminal/progress.js';
import type { ClusterCheck, Finding } from './check.js';
import type { Stage } from './stage.js';

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

const marks = { passed: 'PASS', failed: 'FAIL', skipped: 'SKIP' };

/** One line a check, as soon as it is over. One check's failure does not keep others from running. */
export async function runClusterChecks(checks: readonly ClusterCheck[], stage: Stage, write: (text: string) => void = (text) => process.stdout.write(text), seen: (name: string, isGreen: boolean) => void = () => undefined): Promise<Totals> {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  for (const check of checks) {
    const from = performance.now();
    const { state, figures } = await findingOf(check, stage);
    totals[state] += 1;
    if (state !== 'skipped') seen(check.name, state === 'passed');
    write(`${marks[state]}  ${check.name.padEnd(24)} ${seconds(performance.now() - from)}  ${figures}\n`);
  }
  return totals;
}

/** As above, and what was seen is kept for `crmctl readiness`. */
export async function runAndKeep(checks: readonly ClusterCheck[], stage: Stage): Promise<Totals> {
  const seen: { proof: Proof; isGreen: boolean }[] = [];
  const totals = await runClusterChecks(checks, stage, undefined, (name, isGreen) => seen.push({ proof: `cluster ${name}`, isGreen }));
  await keepEvidence(seen);
  return totals;
}

export const countsOf = ({ passed, failed, skipped }: Totals): string => `\n${passed} passed, ${failed} failed, ${skipped} skipped\n`;

/** Nothing that ran proves nothing. */
export const exitCodeOf = ({ passed, failed }: Totals): number => (failed === 0 && passed > 0 ? 0 : 1);

async function findingOf(check: ClusterCheck, stage: Stage): Promise<Finding | { state: 'failed'; figures: string }> {
  try {
    return await check.run(stage);
  } catch (error) {
    return { state: 'failed', figures: error instanceof Error ? error.message : String(error) };
  }
}
