import autocannon, { type Request } from 'autocannon';
import { cpuMilliseconds } from './process-usage.js';

/** One thing to ask of one server, again and again. */
export interface Target {
  name: string;
  url: string;
  headers?: Record<string, string>;
  request: Request;
  /** The processes that serve it, for CPU a request. */
  pids: readonly number[];
}

export interface Measurement {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  /** Of all serving processes together; null where the system does not tell. */
  cpuMsPerRequest: number | null;
  failed: number;
}

/** Closed loop: each connection asks again as soon as it is answered. */
export async function measure(target: Target, connections: number, seconds: number): Promise<Measurement> {
  const before = totalCpu(target.pids);
  const result = await autocannon({
    url: target.url,
    connections,
    duration: seconds,
    headers: target.headers ?? {},
    requests: [target.request],
  });
  const after = totalCpu(target.pids);
  const total = Math.max(1, result.requests.total);
  return {
    // A refusal is quickly given: only what was served counts.
    requestsPerSecond: (result.requests.total - result.non2xx) / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMsPerRequest: before === null || after === null ? null : (after - before) / total,
    failed: result.errors + result.timeouts + result.non2xx,
  };
}

function totalCpu(pids: readonly number[]): number | null {
  const each = pids.map(cpuMilliseconds);
  return each.some((value) => value === null) ? null : each.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** The middle of several rounds, figure by figure. */
export function median(rounds: readonly Measurement[]): Measurement {
  const of = (pick: (round: Measurement) => number): number => middle(rounds.map(pick));
  return {
    requestsPerSecond: of((round) => round.requestsPerSecond),
    p50: of((round) => round.p50),
    p99: of((round) => round.p99),
    cpuMsPerRequest: rounds.some((round) => round.cpuMsPerRequest === null) ? null : of((round) => round.cpuMsPerRequest ?? 0),
    failed: rounds.reduce((sum, round) => sum + round.failed, 0),
  };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
