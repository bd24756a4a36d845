/** Somebody who takes a part of what all share, and the largest part that is theirs: 0.5 is half. */
export interface Holder {
  name: string;
  share: number;
}

/** Places that people share: none is left for anybody once all are taken, and nobody takes more than their part. */
export class FairSlots {
  private readonly held = new Map<string, number>();
  private total = 0;

  constructor(private readonly max: number) {}

  get taken(): number {
    return this.total;
  }

  /** How many places this holder has now. */
  heldBy(name: string): number {
    return this.held.get(name) ?? 0;
  }

  /** A place in the name of all of these holders. Give it back once; more often does nothing. Or why there is none. */
  take(holders: readonly Holder[]): (() => void) | 'full' | 'greedy' {
    const refusal = this.refusalOf(holders);
    if (refusal) return refusal;
    this.add(holders, 1);
    let isHeld = true;
    return () => {
      if (isHeld) this.add(holders, -1);
      isHeld = false;
    };
  }

  /** Who has too many: one of these holders, or all together. Null: there is a place for them. */
  refusalOf(holders: readonly Holder[]): 'full' | 'greedy' | null {
    if (holders.some(({ name, share }) => this.heldBy(name) >= Math.max(1, Math.floor(this.max * share)))) return 'greedy';
    return this.total >= this.max ? 'full' : null;
  }

  private add(holders: readonly Holder[], count: 1 | -1): void {
    this.total += count;
    for (const { name } of holders) {
      const held = this.heldBy(name) + count;
      if (held === 0) this.held.delete(name);
      else this.held.set(name, held);
    }
  }
}
