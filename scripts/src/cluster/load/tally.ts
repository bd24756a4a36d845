import { createHistogram } from 'node:perf_hooks';

export interface Failure {
  /** Milliseconds since the load began. */
  at: number;
  what: string;
}

export interface LoadReport {
  sent: number;
  failures: readonly Failure[];
  /** Milliseconds. */
  p50: number;
  p99: number;
  seconds: number;
}

/** Counts what became of the requests of one load. */
export class Tally {
  sent = 0;
  readonly failures: Failure[] = [];
  private readonly latency = createHistogram();
  private readonly from = performance.now();

  now(): number {
    return performance.now() - this.from;
  }

  answered(milliseconds: number): void {
    this.latency.record(Math.max(1, Math.round(milliseconds * 1000)));
  }

  failed(what: string): void {
    this.failures.push({ at: this.now(), what });
  }

  report(): LoadReport {
    const at = (percent: number): number => Math.round(this.latency.percentile(percent) / 1000);
    return { sent: this.sent, failures: this.failures, p50: at(50), p99: at(99), seconds: this.now() / 1000 };
  }
}

/** "0 of 10000 failed, p99 93 ms"; the most frequent kinds of failure follow, since they are where to look. */
export function figuresOf({ sent, failures, p50, p99 }: LoadReport): string {
  const counted = `${failures.length} of ${sent} failed, p50 ${p50} ms, p99 ${p99} ms`;
  return failures.length === 0 ? counted : `${counted}: ${kindsOf(failures)}`;
}

export function kindsOf(failures: readonly Failure[], most = 4): string {
  const kinds = Map.groupBy(failures, ({ what }) => what);
  const frequent = [...kinds].toSorted(([, a], [, b]) => b.length - a.length).slice(0, most);
  return frequent.map(([what, each]) => `${each.length} x ${what} (from ${(each[0]!.at / 1000).toFixed(1)} s)`).join('; ');
}

/** Milliseconds from a moment until the last failure that belongs to it; 0 when there was none. */
export function recoveryAfter(failures: readonly Failure[], from: number): number {
  const last = failures.findLast(({ at }) => at >= from);
  return last === undefined ? 0 : last.at - from;
}
