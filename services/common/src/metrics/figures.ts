import { Counter, Gauge } from 'prom-client';
import { afterOtherGauges, inTime } from './in-time.js';
import { registry } from './metrics.js';

const KEPT_MS = 5000;

export interface Figures {
  /** Name of the metric and what it tells; a name that ends in `_total` is a counter. */
  names: Readonly<Record<string, string>>;
  labels?: Record<string, string>;
  /** Answers every figure by its name. */
  ask: () => Promise<Readonly<Record<string, number>>>;
}

/**
 * Registers figures of another server: one question for all of them, asked when they are read and at most every 5 s.
 * One that hangs must not hold up the other metrics of the process: without an answer the figures are absent. Call once a process.
 */
export function watchFigures({ names, labels = {}, ask }: Figures): void {
  let last: { at: number; answer: Promise<Readonly<Record<string, number>> | undefined> } | undefined;
  const answer = (): Promise<Readonly<Record<string, number>> | undefined> => {
    if (!last || Date.now() - last.at > KEPT_MS) last = { at: Date.now(), answer: inTime(afterOtherGauges().then(ask)).catch(() => undefined) };
    return last.answer;
  };
  for (const [name, help] of Object.entries(names)) {
    const metric = { name, help, labelNames: Object.keys(labels), registers: [registry] };
    const show = async (into: { remove(labels: Record<string, string>): void; inc(labels: Record<string, string>, value: number): void }): Promise<void> => {
      const value = (await answer())?.[name];
      into.remove(labels);
      if (value !== undefined) into.inc(labels, value);
    };
    if (name.endsWith('_total')) new Counter({ ...metric, async collect() { await show(this); } });
    else new Gauge({ ...metric, async collect() { await show(this); } });
  }
}
