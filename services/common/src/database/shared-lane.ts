import type pg from 'pg';
import { collectWrites, wireOf } from './wire.js';

interface Lane {
  client: Promise<pg.PoolClient>;
  users: number;
  broken: boolean;
}

/**
 * One connection that several short reads use at once: those that come in one turn of the event loop leave in one write, and none waits for a connection of its
 * own. They are answered in order, so that a slow statement would hold up the others: for reads by key alone. The pool gets the connection back when nobody uses it.
 */
export class SharedLane {
  private open: Lane | undefined;

  constructor(private readonly connect: () => Promise<pg.PoolClient>) {}

  /** `isLost` says of an error whether the connection went with it. */
  async use<T>(work: (client: pg.PoolClient) => Promise<T>, isLost: (error: unknown) => boolean): Promise<T> {
    const lane = (this.open ??= { client: this.connect(), users: 0, broken: false });
    lane.users += 1;
    let client: pg.PoolClient | undefined;
    try {
      client = await lane.client;
      collectWrites(wireOf(client));
      return await work(client);
    } catch (error) {
      if (!client || isLost(error)) this.leaveBroken(lane);
      throw error;
    } finally {
      lane.users -= 1;
      if (lane.users === 0) {
        this.leave(lane);
        client?.release(lane.broken);
      }
    }
  }

  private leaveBroken(lane: Lane): void {
    lane.broken = true;
    this.leave(lane);
  }

  private leave(lane: Lane): void {
    if (this.open === lane) this.open = undefined;
  }
}
