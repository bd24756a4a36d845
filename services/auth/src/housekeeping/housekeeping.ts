import type { Database } from '@crm-vision/common/database';
import type { Logger } from '@crm-vision/common/logging';

const PAUSE_MS = 60 * 60 * 1000;
/** Rows of each table at once: the locks of a batch are short. */
const MOST = 2000;

const FORGET_ANSWERS = {
  name: 'forget_kept_answers',
  text: `delete from kept_answer where id in (select id from kept_answer where created_at < now() - interval '24 hours' limit $1) returning id`,
};

/** As long as their cookies live. */
const FORGET_DEVICES = {
  name: 'forget_known_devices',
  text: `delete from known_device where (user_id, token_hash) in (select user_id, token_hash from known_device where used_at < now() - interval '365 days' limit $1) returning 1`,
};

/** Takes away, once an hour: kept answers and counted attempts of a day ago, sessions that ended a month ago, devices of a year ago. Several processes may do it at once. */
export class Housekeeping {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    private readonly most = MOST,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.run().catch((error: unknown) => this.logger.warn({ err: error }, 'The housekeeping failed'));
    }, PAUSE_MS).unref();
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    while (!this.stopped && (await this.takeAway()));
  }

  private async takeAway(): Promise<boolean> {
    const [row] = await this.database.readGlobal<{ more: boolean }>({ name: 'take_away_what_is_over', text: 'select auth.take_away_what_is_over($1) as more', values: [this.most] });
    const answers = await this.database.readGlobal({ ...FORGET_ANSWERS, values: [this.most] });
    const devices = await this.database.readGlobal({ ...FORGET_DEVICES, values: [this.most] });
    return row?.more === true || Math.max(answers.length, devices.length) >= this.most;
  }
}
