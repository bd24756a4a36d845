import { type Client, connectivityState, status } from '@grpc/grpc-js';

/** Longer than a connection takes that comes about. */
const CONNECT_MS = 3000;
/** Statuses that a service which cannot be reached leaves behind. */
const UNREACHED: ReadonlySet<status> = new Set([status.UNAVAILABLE, status.DEADLINE_EXCEEDED]);

/**
 * A client that starts anew when it is stuck in connecting. grpc-js sets no limit to that: to the address of a process that has gone without a word, such as the
 * only one of its service on a node that was lost, it would go on connecting until the system gives up (Linux: two minutes), and asks DNS again only then.
 */
export class RenewedClient {
  private client: Client;
  private since = Date.now();

  constructor(private readonly make: () => Client) {
    this.client = make();
  }

  get current(): Client {
    return this.client;
  }

  /** To be told how each call ended. */
  ended(code: status): void {
    if (!UNREACHED.has(code)) this.since = Date.now();
    else if (this.isStuck()) this.renew();
  }

  close(): void {
    this.client.close();
  }

  private isStuck(): boolean {
    return Date.now() - this.since > CONNECT_MS && this.client.getChannel().getConnectivityState(false) === connectivityState.CONNECTING;
  }

  private renew(): void {
    this.client.close();
    this.client = this.make();
    this.since = Date.now();
  }
}
