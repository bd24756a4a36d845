import { keepEvidence } from '../readiness/evidence.js';
import type { Proof } from '../readiness/row.js';
import { seconds } from '../terminal/progress.js';
import type { SuiteResult } from '../test-run/suite.js';
import { timed } from '../test-run/suite.js';
import type { Check } from './check.js';

const marks = { passed: 'ok', failed: 'FAILED', skipped: 'skipped' };

const lanes = 2;

/** Runs the checks, two at a time; what a failed one has to say follows its line. */
export async function runChecks(checks: readonly Check[], write: (text: string) => void = (text) => process.stdout.write(text), seen: (name: string, isGreen: boolean) => void = () => undefined): Promise<SuiteResult> {
  const total: SuiteResult = { suite: 'static checks', passed: 0, failed: 0, skipped: 0, milliseconds: 0 };
  const waiting = [...checks];
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { result, milliseconds } = await timed(() => check.run());
      total[result.state] += 1;
      if (result.state !== 'skipped') seen(check.name, result.state === 'passed');
      write(`  ${check.name.padEnd(46)} ${seconds(milliseconds)}  ${marks[result.state]}\n`);
      if (result.state !== 'passed') write(`${result.output.trimEnd()}\n\n`);
    }
  };
  const { milliseconds } = await timed(() => Promise.all(Array.from({ length: lanes }, lane)));
  return { ...total, milliseconds };
}

/** As above, and what was seen is kept for `crmctl readiness`. */
export async function runAndKeep(checks: readonly Check[]): Promise<SuiteResult> {
  const seen: { proof: Proof; isGreen: boolean }[] = [];
  const result = await runChecks(checks, undefined, (name, isGreen) => seen.push({ proof: `check ${name}`, isGreen }));
  await keepEvidence(seen);
  return result;
}
