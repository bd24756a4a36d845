import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** How long a server may take to hear of it. */
const REACH_MS = 1000;
/** A statement that was on its way when it was cancelled begins only then. */
const AGAIN_MS = 50;

interface Backend {
  processID: number;
  secretKey: unknown;
  host: string;
  port: number;
  ssl: unknown;
}

/** The connection of pg, before it has signed in. */
interface RawConnection extends NodeJS.EventEmitter {
  stream: { destroy(): void };
  connect(port: number | string, host?: string): void;
  cancel(processID: number, secretKey: unknown): void;
}

const { Connection } = pg as unknown as { Connection: new (options: { ssl: unknown }) => RawConnection };

/** Cancels what runs on a connection once the signal is aborted, until `end` is called. */
export class Canceller {
  private isOver = false;
  private cancelling: Promise<void> | undefined;
  private isSure = true;

  constructor(
    private readonly client: pg.PoolClient,
    private readonly signal: AbortSignal | undefined,
  ) {
    signal?.addEventListener('abort', this.begin, { once: true });
  }

  /**
   * To be called once nothing runs any more that may be cancelled. False: it is not certain that no cancellation is still on its way, and it would hit the
   * next statement of the connection, which has to be closed.
   */
  async end(): Promise<boolean> {
    this.isOver = true;
    this.signal?.removeEventListener('abort', this.begin);
    if (this.cancelling) await this.cancelling;
    return this.isSure;
  }

  private readonly begin = (): void => {
    this.cancelling = this.cancelUntilOver();
  };

  private async cancelUntilOver(): Promise<void> {
    while (!this.isOver && this.isSure) {
      this.isSure = await cancel(this.client as unknown as Backend);
      if (!this.isOver) await pause(AGAIN_MS);
    }
  }
}

/** The request of PostgreSQL's protocol, on a connection of its own. True once the server has closed that, and so has sent its signal. */
function cancel({ processID, secretKey, host, port, ssl }: Backend): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = new Connection({ ssl });
    let isSent = false;
    const settle = (isSure: boolean): void => {
      clearTimeout(late);
      resolve(isSure);
      connection.stream.destroy();
    };
    const late = setTimeout(() => settle(!isSent), REACH_MS);
    connection.on('error', () => settle(!isSent));
    connection.once('end', () => settle(true));
    connection.once(ssl ? 'sslconnect' : 'connect', () => {
      isSent = true;
      connection.cancel(processID, secretKey);
    });
    if (host.startsWith('/')) connection.connect(`${host}/.s.PGSQL.${port}`);
    else connection.connect(port, host);
  });
}
