import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '../http/connection.js';
import type { Address } from '../http/address.js';
import { Tally, type LoadReport } from './tally.js';
import { errandOf, type Errand, type Visitor } from './visitor.js';

const patience = 15_000;

/**
 * Open loop: a request leaves at its time whatever became of those before it, as people do not wait for each other.
 * Nothing is tried twice.
 */
export class Load {
  readonly tally = new Tally();
  private readonly connection: Connection;
  private readonly underway = new Set<Promise<void>>();
  private readonly finished: Promise<void>;
  private stopping = false;
  private least = 0;

  constructor(
    address: Address,
    private readonly visitors: readonly Visitor[],
    readonly perSecond: number,
  ) {
    // A kept connection that the edge closes while a request leaves is a race of any edge's reload, and no failure of what stands behind it.
    this.connection = new Connection(address, { keepAlive: false });
    this.finished = this.send();
  }

  /** Goes on until so many were sent, then until all are answered. */
  async end(atLeast = 0): Promise<LoadReport> {
    this.least = atLeast;
    this.stopping = true;
    await this.finished;
    await Promise.all(this.underway);
    this.connection.close();
    return this.tally.report();
  }

  private async send(): Promise<void> {
    const { tally } = this;
    while (!this.stopping || tally.sent < this.least) {
      const due = (tally.now() / 1000) * this.perSecond;
      while (tally.sent < due) this.dispatch(tally.sent++);
      await delay(1000 / this.perSecond / 2);
    }
  }

  private dispatch(number: number): void {
    const visitor = this.visitors[number % this.visitors.length]!;
    const running = this.carryOut(errandOf(visitor, Math.floor(number / this.visitors.length)));
    this.underway.add(running);
    void running.finally(() => this.underway.delete(running));
  }

  private async carryOut({ question, done }: Errand): Promise<void> {
    const from = performance.now();
    try {
      const { status, body } = await this.connection.ask(question, patience);
      this.tally.answered(performance.now() - from);
      if (status < 200 || status > 299) return this.tally.failed(`${status} ${codeIn(body)}`);
      done?.(body);
    } catch (error) {
      this.tally.failed(`${(error as NodeJS.ErrnoException).code ?? (error as Error).name}`);
    }
  }
}

/** The problem's code, or the beginning of what an edge says in its place. */
function codeIn(body: string): string {
  try {
    return String((JSON.parse(body) as { code?: string }).code ?? '');
  } catch {
    return body.replaceAll(/\s+/g, ' ').slice(0, 60);
  }
}
