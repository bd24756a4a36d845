import type { Request } from 'express';
import { ForeignOriginError } from './http.errors.js';

/** Which pages may make writes: our own, and those of the list. What is no browser sends neither header. */
export class Origins {
  private readonly allowed: ReadonlySet<string>;
  private readonly https: boolean;

  constructor(publicUrl: string, others: readonly string[]) {
    const { origin, protocol } = new URL(publicUrl);
    this.allowed = new Set([origin, ...others]);
    this.https = protocol === 'https:';
  }

  check(request: Request): void {
    const origin = request.get('origin');
    if (origin === undefined) {
      if (request.get('sec-fetch-site') === 'cross-site') throw new ForeignOriginError();
      return;
    }
    if (!this.allowed.has(origin) && !this.isAddressedHost(origin, request)) throw new ForeignOriginError();
  }

  /** Without https a machine is reached by several names, such as localhost and 127.0.0.1: a page may call the very host that it came from. */
  private isAddressedHost(origin: string, request: Request): boolean {
    return !this.https && origin === `http://${request.headers.host ?? ''}`;
  }
}
