import type { Response } from 'express';
import type { LiveSession } from '../sessions/session-cache.js';

/** A reader that is this far behind has gone or hangs. */
const BACKLOG_BYTES_MAX = 256 * 1024;

/** One open stream of server-sent events. */
export class EventStream {
  private readonly ended: Promise<void>;

  constructor(readonly session: LiveSession, private readonly response: Response) {
    this.ended = new Promise((resolve) => response.once('close', () => resolve()));
    // no-transform keeps compression away, the other header keeps proxies from holding events back.
    response.status(200).set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache, no-transform', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
  }

  /** The id is the place that the reader names as Last-Event-ID when it comes back. */
  send(event: 'change' | 'status' | 'reset', data: string, id?: string): void {
    this.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`);
  }

  /** A comment, so that both sides notice a connection that is dead. */
  beat(): void {
    this.write(':\n\n');
  }

  end(): void {
    this.response.end();
  }

  onEnd(listener: () => void): void {
    void this.ended.then(listener);
  }

  private write(text: string): void {
    if (this.response.writableLength > BACKLOG_BYTES_MAX) this.response.destroy();
    else if (!this.response.writableEnded) this.response.write(text);
  }
}
