import { FairSlots, type Holder } from './fair-slots.js';

interface Waiter {
  holders: readonly Holder[];
  /** Tries to take a place; true once the waiter needs none any more. */
  serve: () => boolean;
}

export interface FairQueueOptions {
  /** Places. */
  max: number;
  /** How many may wait for one; they share these as they share the places. */
  waitingMax: number;
  /** Milliseconds that somebody waits. */
  waitMs: number;
}

/** Places that people share and may wait for. Whoever holds the fewest is next, and those who hold as many come in order. */
export class FairQueue {
  private readonly places: FairSlots;
  private readonly queue: FairSlots;
  private readonly waiters = new Set<Waiter>();

  constructor(private readonly options: FairQueueOptions) {
    this.places = new FairSlots(options.max);
    this.queue = new FairSlots(options.waitingMax);
  }

  /** How many wait. */
  get waiting(): number {
    return this.waiters.size;
  }

  /**
   * A place in the name of these holders, to be given back once. Or why there is none: too many wait already, these holders have too many waiting, they
   * waited too long, or the signal was aborted meanwhile.
   */
  async take(holders: readonly Holder[], signal?: AbortSignal): Promise<(() => void) | 'full' | 'greedy' | 'late' | 'aborted'> {
    if (signal?.aborted) return 'aborted';
    const place = this.placeFor(holders);
    if (place) return place;
    const turn = this.queue.take(holders);
    if (typeof turn !== 'function') return turn;
    return this.wait(holders, signal).finally(turn);
  }

  private wait(holders: readonly Holder[], signal: AbortSignal | undefined): Promise<(() => void) | 'late' | 'aborted'> {
    return new Promise((resolve) => {
      const leave = (outcome: (() => void) | 'late' | 'aborted'): true => {
        this.waiters.delete(waiter);
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        resolve(outcome);
        return true;
      };
      const abort = (): true => leave('aborted');
      const timer = setTimeout(() => leave('late'), this.options.waitMs).unref();
      const waiter: Waiter = {
        holders,
        serve: () => {
          const place = this.placeFor(holders);
          return place ? leave(place) : false;
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.waiters.add(waiter);
    });
  }

  private placeFor(holders: readonly Holder[]): (() => void) | null {
    const place = this.places.take(holders);
    if (typeof place !== 'function') return null;
    return () => {
      place();
      this.next();
    };
  }

  private next(): void {
    if (this.waiters.size === 0) return;
    const held = ({ holders }: Waiter): number => Math.max(0, ...holders.map(({ name }) => this.places.heldBy(name)));
    for (const waiter of [...this.waiters].sort((a, b) => held(a) - held(b))) if (waiter.serve()) return;
  }
}
