import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../logging/index.js';

/** The order in which a service stops. */
export const phases = ['accepting', 'jobs', 'connections', 'telemetry'] as const;
export type Phase = (typeof phases)[number];

export interface ShutdownOptions {
  logger: Logger;
  /** Tells the world that this process is going: readiness and health say no from now on. */
  announce: () => void;
  delaySeconds: number;
  graceSeconds: number;
}

/** Stops a service: not ready, a wait, stop accepting and drain, jobs, connections, telemetry. What takes too long in one phase is left behind. */
export class Shutdown {
  private readonly steps: Record<Phase, (() => Promise<unknown>)[]> = { accepting: [], jobs: [], connections: [], telemetry: [] };
  private running: Promise<void> | undefined;

  constructor(private readonly options: ShutdownOptions) {}

  /** Steps of one phase run side by side. */
  on(phase: Phase, step: () => Promise<unknown>): void {
    this.steps[phase].push(step);
  }

  /** Stops once, however often it is called. */
  stop(reason: string): Promise<void> {
    this.running ??= this.run(reason);
    return this.running;
  }

  private async run(reason: string): Promise<void> {
    const { logger, announce, delaySeconds, graceSeconds } = this.options;
    logger.info({ reason }, 'Stopping');
    announce();
    await pause(delaySeconds * 1000);
    for (const phase of phases) await this.runPhase(phase, phase === 'accepting' || phase === 'jobs' ? graceSeconds : 5);
    logger.info('Stopped');
  }

  private async runPhase(phase: Phase, seconds: number): Promise<void> {
    const { logger } = this.options;
    const late = pause(seconds * 1000, 'late', { ref: false });
    const done = Promise.all(this.steps[phase].map((step) => step().catch((error: unknown) => logger.warn({ err: error, phase }, 'A step of the stop failed'))));
    if ((await Promise.race([done, late])) === 'late') logger.warn({ phase }, 'A phase of the stop took too long and was left behind');
  }
}
