import { setTimeout as delay } from 'node:timers/promises';
import { describeExit, type Child } from '../processes/child.js';

export interface Running {
  child: Child;
  stop(): Promise<void>;
}

export interface SupervisedOptions {
  name: string;
  /** Starts it and resolves when it does its work. */
  begin(): Promise<Running>;
  say(line: string): void;
  /** Another process does the work from now on. */
  changed?(): void;
}

const firstPause = 200;
const longestPause = 15_000;
/** Whoever ran this long had a good start: its next end is a new story. */
const goodRun = 30_000;

/** Keeps one process running: when it ends by itself it is started again, with growing pauses, and every time it is said. */
export class Supervised {
  private running: Running | null = null;
  private stopping = false;
  private replacing = false;
  private pause = firstPause;
  private readonly wake = new AbortController();
  private watching: Promise<void> = Promise.resolve();

  constructor(private readonly options: SupervisedOptions) {}

  get name(): string {
    return this.options.name;
  }

  get child(): Child | null {
    return this.running?.child ?? null;
  }

  /** The first start has to succeed: what is wrong then is wrong for good. */
  async start(): Promise<void> {
    const running = await this.options.begin();
    this.running = running;
    this.options.changed?.();
    if (this.stopping) return running.stop();
    this.watching = this.watch(running);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake.abort();
    await this.running?.stop();
    await this.watching;
  }

  /** Ends it, so that it begins again with what is new. */
  async restart(): Promise<void> {
    if (this.stopping || this.running === null) return;
    this.replacing = true;
    await this.running.stop();
  }

  private async watch(first: Running): Promise<void> {
    let running: Running | null = first;
    while (running !== null) {
      const since = performance.now();
      const exit = await running.child.exited;
      if (this.stopping) return;
      if (this.replacing || performance.now() - since > goodRun) this.pause = firstPause;
      if (!this.replacing) this.options.say(`${this.name} ended (${describeExit(exit)}); starting it again.`);
      this.replacing = false;
      running = await this.beginAgain();
      if (running !== null) this.options.say(`${this.name} is running again.`);
    }
  }

  /** Tries until it works; null when everything is stopped meanwhile. */
  private async beginAgain(): Promise<Running | null> {
    for (;;) {
      await delay(this.pause, undefined, { signal: this.wake.signal }).catch(() => undefined);
      if (this.stopping) return null;
      this.pause = Math.min(this.pause * 2, longestPause);
      try {
        const running = await this.options.begin();
        this.running = running;
        this.options.changed?.();
        if (!this.stopping) return running;
        await running.stop();
        return null;
      } catch (error) {
        if (this.stopping) return null;
        this.options.say(`${this.name} did not start: ${error instanceof Error ? error.message : String(error)}\nNext try in ${this.pause / 1000} s.`);
      }
    }
  }
}
