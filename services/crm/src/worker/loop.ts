import type { Logger } from '@crm-vision/common/logging';
import { loopFailures } from '../metrics.js';

export interface LoopOptions {
  name: string;
  /** Milliseconds between rounds that nobody woke up for. */
  everyMs: number;
  /** One round; true: there is more to do at once. */
  round: () => Promise<boolean>;
  logger: Logger;
}

const PAUSE_AFTER_FAILURE_MS = 1000;

/** Does rounds of work, one after the other, until it is stopped. Waking it while it works makes it look once more. */
export class Loop {
  private stopping = false;
  private woken = false;
  private endPause: (() => void) | undefined;
  private failing = false;
  private readonly done: Promise<void>;

  constructor(private readonly options: LoopOptions) {
    loopFailures.inc({ loop: options.name }, 0);
    this.done = this.run();
  }

  wake(): void {
    this.woken = true;
    this.endPause?.();
  }

  /** Resolves when the round that runs has ended. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.endPause?.();
    await this.done;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      const more = await this.round();
      if (!more) await this.pause(this.failing ? PAUSE_AFTER_FAILURE_MS : this.options.everyMs);
    }
  }

  private async round(): Promise<boolean> {
    const { name, round, logger } = this.options;
    try {
      const more = await round();
      if (this.failing) logger.info({ loop: name }, 'The loop works again');
      this.failing = false;
      return more;
    } catch (error) {
      loopFailures.inc({ loop: name });
      if (!this.failing) logger.warn({ err: error, loop: name }, 'A round failed; trying again');
      this.failing = true;
      return false;
    }
  }

  private async pause(ms: number): Promise<void> {
    if (this.stopping || (this.woken && !this.failing)) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.endPause = undefined;
  }
}
