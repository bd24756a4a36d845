interface OpenDeal {
  id: string;
  version: number;
  stageId: string;
}

interface Board {
  columns: { stage: { id: string; type: string; requiredFields: string[] }; cards: OpenDeal[] }[];
}

/** Deals that wait to be moved: each is moved by one connection at a time, with the version it was last seen at. */
export class PoolOfDeals {
  private readonly free: OpenDeal[];
  private readonly stageIds: string[];

  constructor(board: Board) {
    const open = board.columns.filter(({ stage }) => stage.type === 'open' && stage.requiredFields.length === 0);
    this.free = open.flatMap(({ cards }) => cards);
    this.stageIds = open.map(({ stage }) => stage.id);
  }

  take(): OpenDeal {
    const deal = this.free.shift();
    if (!deal) throw new Error('Too few deals for this many connections.');
    return deal;
  }

  giveBack(deal: OpenDeal): void {
    this.free.push(deal);
  }

  /** The stage after the one it stands in. */
  nextStage({ stageId }: OpenDeal): string {
    return this.stageIds[(this.stageIds.indexOf(stageId) + 1) % this.stageIds.length]!;
  }
}
