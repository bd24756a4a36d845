import { aligned } from '../terminal/table.js';
import type { Tried } from './every-filter.js';

/** What another person's reads took, in milliseconds. */
export interface Felt {
  p50: number;
  p99: number;
  reads: number;
  failed: number;
  /** How they failed: paths with what came instead, and how often. */
  failures: Readonly<Record<string, number>>;
}

export interface Verdict {
  attack: string;
  quiet: Felt;
  attacked: Felt;
  /** What the attacker was answered: HTTP statuses with how often. */
  answers: Readonly<Record<string, number>>;
}

/** How much slower the slowest hundredth may become. */
export const SLOWER_MAX = 5;

export function isFelt({ quiet, attacked }: Verdict): boolean {
  return attacked.failed > 0 || attacked.p99 > SLOWER_MAX * quiet.p99;
}

export function tableOf(verdicts: readonly Verdict[]): string {
  return aligned([
    ['attack', 'quiet p50', 'p99 ms', 'attacked p50', 'p99 ms', 'p99 x', `(<= ${SLOWER_MAX})`, 'reads', 'failed', 'the attacker got'],
    ...verdicts.map((verdict) => {
      const { attack, quiet, attacked, answers } = verdict;
      return [
        attack, quiet.p50.toFixed(1), quiet.p99.toFixed(1), attacked.p50.toFixed(1), attacked.p99.toFixed(1), (attacked.p99 / quiet.p99).toFixed(1), isFelt(verdict) ? 'felt' : 'held',
        String(attacked.reads), [String(attacked.failed), ...Object.entries(attacked.failures).map(([failure, count]) => `${count} x ${failure}`)].join(' '), Object.entries(answers).map(([status, count]) => `${count} x ${status}`).join(', '),
      ];
    }),
  ]);
}

export function dearestOf(tried: readonly Tried[]): string {
  return aligned([['ms', 'status', 'the dearest filters'], ...tried.map(({ milliseconds, status, filter }) => [milliseconds.toFixed(1), String(status), filter])]);
}
