import { DomainError } from '@crm-vision/common/errors';
import type { Response } from 'express';
import { eventsDelivered, eventStreams } from '../metrics.js';
import { isAffected, type LiveSession, type Revocation } from '../sessions/session-cache.js';
import type { PublishedChange } from './published-change.js';
import { TooManyStreamsError } from './events.errors.js';
import { EventStream } from './event-stream.js';
import { RecentChanges } from './recent-changes.js';

export interface EventStreamsOptions {
  perUserMax: number;
  heartbeatMs: number;
  /** Rejects when the session is over. */
  recheck: (token: string, workspaceId: string) => Promise<LiveSession>;
}

interface Open {
  stream: EventStream;
  token: string;
}

/** The live-update streams of this process: each gets the changes of its own workspace, for as long as its session lives. */
export class EventStreams {
  private readonly byWorkspace = new Map<string, Set<Open>>();
  private readonly heartbeat: NodeJS.Timeout;
  private readonly recent = new RecentChanges();
  private live = false;
  private closing = false;

  constructor(private readonly options: EventStreamsOptions) {
    this.heartbeat = setInterval(() => void this.beat(), options.heartbeatMs).unref();
  }

  /** `lastId` is where the reader was when its stream before broke. */
  open(session: LiveSession, token: string, response: Response, lastId?: string): void {
    const own = [...this.all()].filter(({ stream }) => stream.session.user.id === session.user.id);
    if (own.length >= this.options.perUserMax) throw new TooManyStreamsError();
    const opened: Open = { stream: new EventStream(session, response), token };
    const workspaceId = session.workspace.id;
    const neighbours = this.byWorkspace.get(workspaceId) ?? new Set();
    this.byWorkspace.set(workspaceId, neighbours.add(opened));
    eventStreams.inc();
    opened.stream.onEnd(() => this.forget(workspaceId, opened));
    this.resume(opened.stream, workspaceId, lastId);
    if (this.closing) opened.stream.end();
  }

  /** First where the stream stands, then what was missed; when that is not known, that the reader has to fetch anew. */
  private resume(stream: EventStream, workspaceId: string, lastId: string | undefined): void {
    const missed = lastId === undefined ? [] : this.recent.after(workspaceId, lastId);
    stream.send('status', this.status(), missed === null || lastId === undefined ? this.recent.place(workspaceId) : lastId);
    if (missed === null) stream.send('reset', '{}');
    for (const { workspaceId: _own, ...event } of missed ?? []) stream.send('change', JSON.stringify(event), event.id);
  }

  publish(change: PublishedChange): void {
    const { workspaceId, ...event } = change;
    this.recent.add(change);
    const streams = this.byWorkspace.get(workspaceId);
    if (!streams) return;
    const text = JSON.stringify(event);
    for (const { stream } of streams) stream.send('change', text, event.id);
    eventsDelivered.inc(streams.size);
  }

  setLive(live: boolean): void {
    this.live = live;
    if (!live) this.recent.forget();
    for (const { stream } of this.all()) stream.send('status', this.status());
  }

  /** Sessions ended or changed: their streams end, unless auth still vouches for them. */
  async revoke(revoked: Revocation): Promise<void> {
    await this.recheck([...this.all()].filter(({ stream }) => isAffected(stream.session, revoked)));
  }

  endAll(): void {
    this.closing = true;
    clearInterval(this.heartbeat);
    for (const { stream } of this.all()) stream.end();
  }

  private async beat(): Promise<void> {
    const streams = [...this.all()];
    for (const { stream } of streams) stream.beat();
    await this.recheck(streams);
  }

  private async recheck(streams: readonly Open[]): Promise<void> {
    await Promise.all(streams.map(async ({ stream, token }) => {
      const over = await this.options.recheck(token, stream.session.workspace.id).then(() => false, isRefusal);
      if (over) stream.end();
    }));
  }

  private forget(workspaceId: string, opened: Open): void {
    eventStreams.dec();
    const neighbours = this.byWorkspace.get(workspaceId);
    neighbours?.delete(opened);
    if (neighbours?.size === 0) this.byWorkspace.delete(workspaceId);
  }

  private *all(): Generator<Open> {
    for (const streams of this.byWorkspace.values()) yield* streams;
  }

  private status(): string {
    return JSON.stringify({ live: this.live });
  }
}

/** Auth said no; that it cannot be asked ends no stream. */
function isRefusal(error: unknown): boolean {
  return error instanceof DomainError && (error.kind === 'unauthenticated' || error.kind === 'notFound');
}
