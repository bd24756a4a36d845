import type { Logger } from '@crm-vision/common/logging';
import pg from 'pg';

/** What every write notifies as it commits. */
const CHANNEL = 'crm_outbox';
const PAUSE_MS = 2000;

/** Listens for committed writes on a connection of its own. When that is lost the timers of the loops do, until it is back. */
export class WakeUp {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly wake: () => void,
    private readonly logger: Logger,
  ) {
    void this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'crm-worker', keepAlive: true });
    this.client = client;
    let lost = false;
    const lose = (): void => {
      if (lost || this.stopped) return;
      lost = true;
      this.logger.debug('The connection that wakes the worker was lost');
      this.timer = setTimeout(() => void this.connect(), PAUSE_MS);
    };
    client.on('error', lose).on('end', lose).on('notification', this.wake);
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.wake();
    } catch {
      lose();
      await client.end().catch(() => undefined);
    }
  }
}
