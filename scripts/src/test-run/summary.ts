import { seconds } from '../terminal/progress.js';
import type { SuiteResult } from './suite.js';

type Counts = Pick<SuiteResult, 'passed' | 'failed' | 'skipped'>;

/** The table of all suites, and below it the line that other programs read. */
export function summaryOf(results: readonly SuiteResult[], totalMilliseconds: number): string {
  const { passed, failed, skipped } = totalOf(results);
  const lines = [
    row('suite', 'passed', 'failed', 'skipped', '   time'),
    ...results.map((each) => row(each.suite, each.passed, each.failed, each.skipped, seconds(each.milliseconds))),
    row('all', passed, failed, skipped, seconds(totalMilliseconds)),
  ];
  return `\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed, ${skipped} skipped\n`;
}

/** A run in which nothing ran proves nothing. */
export function exitCodeOf(results: readonly SuiteResult[]): number {
  const { passed, failed } = totalOf(results);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function totalOf(results: readonly SuiteResult[]): Counts {
  const sum = (key: keyof Counts): number => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

function row(suite: string, passed: number | string, failed: number | string, skipped: number | string, time: string): string {
  return `  ${suite.padEnd(20)}${[passed, failed, skipped].map((cell) => String(cell).padStart(9)).join('')}  ${time.padStart(9)}`;
}
