import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** The kubelet waits 2 s for the answer of a probe, Prometheus 10 s for all metrics. */
const PATIENCE_MS = 1800;

/** The answer, or a rejection when it is late: who is asked about another server must not hang with it. */
export function inTime<T>(answer: Promise<T>): Promise<T> {
  const late = async (): Promise<never> => {
    await pause(PATIENCE_MS, undefined, { ref: false });
    throw new Error('No answer in time.');
  };
  return Promise.race([answer, late()]);
}

/** For a gauge whose question goes through something that another gauge measures, such as a pool: that one is read first. */
export const afterOtherGauges = (): Promise<void> => nextTurn();
