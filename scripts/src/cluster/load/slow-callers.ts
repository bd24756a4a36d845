import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Address } from '../http/address.js';

/** What one socket says, and no more. */
export interface Slowness {
  says: string;
  /** Whether it takes what is answered. */
  reads: boolean;
}

/** The head of a request whose body ends after its first byte. */
export function halfSent(origin: string, path: string, headers: Record<string, string>): Slowness {
  return { says: `${head(origin, 'POST', path, { 'content-type': 'application/json', ...headers, 'content-length': '1000' })}{`, reads: true };
}

/** Some requests for much, on one connection that takes none of it. */
export function unread(origin: string, path: string, headers: Record<string, string>): Slowness {
  return { says: head(origin, 'GET', path, { ...headers, 'accept-encoding': 'identity' }).repeat(4), reads: false };
}

function head(origin: string, method: string, path: string, headers: Record<string, string>): string {
  const all = { host: new URL(origin).host, ...headers };
  return [`${method} ${path} HTTP/1.1`, ...Object.entries(all).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
}

export interface Crowd {
  address: Address;
  count: number;
  slowness: Slowness;
}

/** So many sockets that do no more than that; one that is closed by the other side is opened again. In a thread of its own, so that it is not felt by who measures. */
export class SlowCallers {
  private readonly thread: Worker;

  constructor(address: Address, count: number, slowness: Slowness) {
    const crowd: Crowd = { address, count, slowness };
    this.thread = new Worker(new URL('./slow-callers-thread.js', import.meta.url), { workerData: crowd });
  }

  /** How many are connected now, and how often one was opened so far. */
  async count(): Promise<{ connected: number; opened: number }> {
    this.thread.postMessage('count');
    const [counted] = (await once(this.thread, 'message')) as [{ connected: number; opened: number }];
    return counted;
  }

  async end(): Promise<void> {
    await this.thread.terminate();
  }
}
