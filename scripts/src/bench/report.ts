import { aligned } from '../terminal/table.js';
import { isReached, type Verdict } from './goals.js';
import type { Measurement } from './load.js';

export interface Row {
  operation: string;
  server: string;
  connections: number;
  measurement: Measurement;
}

const header = ['operation', 'server', 'c', 'req/s', 'p50 ms', 'p99 ms', 'CPU ms/req', 'failed'];

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ operation, server, connections, measurement: m }) => [
    operation, server, String(connections), m.requestsPerSecond.toFixed(0), m.p50.toFixed(1), m.p99.toFixed(1), m.cpuMsPerRequest?.toFixed(2) ?? '-', String(m.failed),
  ]);
  return aligned([header, ...lines]);
}

export function goalsOf(verdicts: readonly Verdict[]): string {
  const words = { true: 'reached', false: 'missed', null: 'not measured' };
  return aligned([
    ['goal', 'what', 'figure', 'wanted', ''],
    ...verdicts.map((verdict) => [
      verdict.goal, verdict.text, verdict.value === null ? '-' : verdict.value.toFixed(2), `${verdict.want} ${verdict.limit}`, words[String(isReached(verdict)) as keyof typeof words],
    ]),
  ]);
}
