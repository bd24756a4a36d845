import type { Database } from '@crm-vision/common/database';
import type { Logger } from '@crm-vision/common/logging';

const PAUSE_MS = 60 * 60 * 1000;
const TAKE_AWAY = { name: 'take_away_what_is_over', text: 'select auth.take_away_what_is_over()', values: [] };

/** Takes away, once an hour: kept answers of a day ago, counted attempts of a day ago, sessions that ended a month ago. Several processes may do it at once. */
export class Housekeeping {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.run().catch((error: unknown) => this.logger.warn({ err: error }, 'The housekeeping failed'));
    }, PAUSE_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    await this.database.readGlobal(TAKE_AWAY);
  }
}
