import { FairSlots, type Holder } from './fair-slots.js';

/** Somebody who may wait, too. */
export interface WaitingHolder extends Holder {
  /** The largest part of those who wait that is theirs, when it is another one than that of the places. */
  waitingShare?: number;
}

export interface FairQueueOptions {
  /** Places. */
  max: number;
  /** How many may wait for one. */
  waitingMax: number;
  /** Milliseconds that somebody waits. */
  waitMs: number;
}

export interface Asking {
  signal?: AbortSignal | undefined;
  /** Goes before all who are not. */
  isFirst?: boolean;
}

/** Those who wait in the same names, in the order of coming. */
interface Group {
  holders: readonly Holder[];
  isFirst: boolean;
  waiters: Set<(place: () => void) => void>;
}

type Outcome = (() => void) | 'full' | 'greedy' | 'aborted';

/**
 * Places that people share and may wait for. Whoever holds the fewest is next. Those who hold as many take turns: first by the last of their holders, among
 * whom the ones before it take turns, so that who asks for much waits alone.
 */
export class FairQueue {
  private readonly places: FairSlots;
  private readonly queue: FairSlots;
  private readonly groups = new Map<string, Group>();
  /** When each who waits was served last, or began to wait. */
  private readonly turns = new Map<string, number>();
  private clock = 0;

  constructor(private readonly options: FairQueueOptions) {
    this.places = new FairSlots(options.max);
    this.queue = new FairSlots(options.waitingMax);
  }

  get taken(): number {
    return this.places.taken;
  }

  /** How many wait. */
  get waiting(): number {
    return this.queue.taken;
  }

  /**
   * A place in the name of these holders, to be given back once. Or why there is none, at once or after they waited as long as anybody may: one of these
   * holders has too many already, or all together have; or the signal was aborted meanwhile.
   */
  async take(holders: readonly WaitingHolder[], { signal, isFirst = false }: Asking = {}): Promise<Outcome> {
    if (signal?.aborted) return 'aborted';
    const place = this.placeFor(holders);
    if (place) return place;
    const inQueue = this.queue.take(holders.map(({ name, share, waitingShare = share }) => ({ name, share: waitingShare })));
    if (typeof inQueue !== 'function') return inQueue;
    return this.wait(holders, isFirst, inQueue, signal);
  }

  private wait(holders: readonly Holder[], isFirst: boolean, leaveQueue: () => void, signal: AbortSignal | undefined): Promise<Outcome> {
    return new Promise((resolve) => {
      const leave = (outcome: Outcome): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        this.leave(holders, isFirst, serve);
        leaveQueue();
        this.forgetTurns(holders);
        resolve(outcome);
      };
      const serve = (place: () => void): void => leave(place);
      const abort = (): void => leave('aborted');
      const timer = setTimeout(() => leave(this.places.refusalOf(holders) ?? 'full'), this.options.waitMs).unref();
      signal?.addEventListener('abort', abort, { once: true });
      this.join(holders, isFirst, serve);
    });
  }

  private join(holders: readonly Holder[], isFirst: boolean, serve: (place: () => void) => void): void {
    for (const { name } of holders) if (!this.turns.has(name)) this.turns.set(name, ++this.clock);
    const key = keyOf(holders, isFirst);
    const group = this.groups.get(key) ?? { holders, isFirst, waiters: new Set() };
    group.waiters.add(serve);
    this.groups.set(key, group);
  }

  private leave(holders: readonly Holder[], isFirst: boolean, serve: (place: () => void) => void): void {
    const key = keyOf(holders, isFirst);
    const group = this.groups.get(key);
    group?.waiters.delete(serve);
    if (group?.waiters.size === 0) this.groups.delete(key);
  }

  private forgetTurns(holders: readonly Holder[]): void {
    for (const { name } of holders) if (this.queue.heldBy(name) === 0) this.turns.delete(name);
  }

  private placeFor(holders: readonly Holder[]): (() => void) | null {
    const place = this.places.take(holders);
    if (typeof place !== 'function') return null;
    return () => {
      place();
      this.serveNext();
    };
  }

  private serveNext(): void {
    let next: Group | undefined;
    for (const group of this.groups.values()) {
      if (this.places.refusalOf(group.holders) === null && (!next || this.isBefore(group, next))) next = group;
    }
    if (!next) return;
    const [[serve], place] = [next.waiters, this.placeFor(next.holders)];
    if (!serve || !place) return;
    for (const { name } of next.holders) this.turns.set(name, ++this.clock);
    serve(place);
  }

  private isBefore(one: Group, other: Group): boolean {
    if (one.isFirst !== other.isFirst) return one.isFirst;
    const difference = this.mostHeldBy(one) - this.mostHeldBy(other);
    if (difference !== 0) return difference < 0;
    for (let level = 1; ; level++) {
      const [mine, theirs] = [one.holders.at(-level), other.holders.at(-level)];
      if (!mine || !theirs) return false;
      if (mine.name !== theirs.name) return this.turns.get(mine.name)! < this.turns.get(theirs.name)!;
    }
  }

  private mostHeldBy({ holders }: Group): number {
    return Math.max(0, ...holders.map(({ name }) => this.places.heldBy(name)));
  }
}

const keyOf = (holders: readonly Holder[], isFirst: boolean): string => JSON.stringify([isFirst, ...holders.map(({ name }) => name)]);
