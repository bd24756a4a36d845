/** Whom a piece of work is done for. */
export interface Holder {
  address: string;
  network: string;
  /** Goes before all others. */
  isFirst: boolean;
}

export interface QueueLimits {
  /** Pieces of work at once, and of one address among them. */
  running: number;
  runningPerAddress: number;
  waiting: number;
  waitingPerAddress: number;
}

interface Job {
  holder: Holder;
  start: () => void;
}

/** By network, and in it by address, each in the order of its turns. */
type Lane = Map<string, Map<string, Job[]>>;

/** Work that costs so much that it is done a few at a time: networks take turns, and in them addresses, so that who asks for much waits alone. */
export class FairQueue {
  private readonly lanes: readonly [first: Lane, others: Lane] = [new Map(), new Map()];
  private readonly runningBy = new Map<string, number>();
  private readonly waitingBy = new Map<string, number>();
  private running = 0;
  private waiting = 0;

  constructor(private readonly limits: QueueLimits) {}

  /** The result of the work, when its turn has come. Or, at once, of whom too much waits already: of all together, or of that address. */
  run<T>(holder: Holder, work: () => Promise<T>): Promise<T> | 'full' | 'greedy' {
    if (this.waiting >= this.limits.waiting) return 'full';
    if ((this.waitingBy.get(holder.address) ?? 0) >= this.limits.waitingPerAddress) return 'greedy';
    return new Promise<T>((resolve, reject) => {
      this.wait({ holder, start: () => void work().then(resolve, reject).finally(() => this.end(holder)) });
      this.startNext();
    });
  }

  private wait(job: Job): void {
    const { network, address, isFirst } = job.holder;
    const lane = this.lanes[isFirst ? 0 : 1];
    const inNetwork = lane.get(network) ?? new Map<string, Job[]>();
    inNetwork.set(address, [...(inNetwork.get(address) ?? []), job]);
    lane.set(network, inNetwork);
    this.waiting += 1;
    add(this.waitingBy, address, 1);
  }

  private startNext(): void {
    while (this.running < this.limits.running) {
      const job = this.takeFrom(this.lanes[0]) ?? this.takeFrom(this.lanes[1]);
      if (!job) return;
      const { address } = job.holder;
      this.waiting -= 1;
      add(this.waitingBy, address, -1);
      this.running += 1;
      add(this.runningBy, address, 1);
      job.start();
    }
  }

  private takeFrom(lane: Lane): Job | undefined {
    for (const [network, inNetwork] of lane) {
      for (const [address, [job, ...rest]] of inNetwork) {
        if (!job || (this.runningBy.get(address) ?? 0) >= this.limits.runningPerAddress) continue;
        toTheEnd(inNetwork, address, rest, rest.length > 0);
        toTheEnd(lane, network, inNetwork, inNetwork.size > 0);
        return job;
      }
    }
    return undefined;
  }

  private end({ address }: Holder): void {
    this.running -= 1;
    add(this.runningBy, address, -1);
    this.startNext();
  }
}

function toTheEnd<V>(map: Map<string, V>, key: string, value: V, hasMore: boolean): void {
  map.delete(key);
  if (hasMore) map.set(key, value);
}

function add(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
