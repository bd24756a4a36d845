import type { Database } from '@crm-vision/common/database';
import type { Logger } from '@crm-vision/common/logging';
import type { Redis } from '@crm-vision/common/redis';
import { Loop } from './loop.js';
import { publishWaiting } from './publish.js';
import { purgeServed } from './queue.repository.js';
import { sealWaiting } from './seal.js';

export interface WorkerParts {
  database: Database;
  /** Absent: there is no Redis, and nobody to publish to. */
  redis: Redis | undefined;
  logger: Logger;
}

/** Looking is one index scan. A NOTIFY by each write would make the commits of the whole database wait for each other. */
const PUBLISH_EVERY_MS = 200;
const SEAL_EVERY_MS = 2000;
const PURGE_EVERY_MS = 60 * 60 * 1000;
/** Rows at once: the locks of a batch are short, and so is its place in the log. */
const PURGE_MOST = 2000;

/** Publishes events, seals the audit, cleans up. Any number of workers may run. Answers how to stop it. */
export function startWorker({ database, redis, logger }: WorkerParts): { stop: () => Promise<void> } {
  const publishing = new Loop({ name: 'publish', everyMs: PUBLISH_EVERY_MS, logger, round: () => publishWaiting(database, redis) });
  const sealing = new Loop({ name: 'seal', everyMs: SEAL_EVERY_MS, logger, round: () => sealWaiting(database) });
  const purging = new Loop({ name: 'purge', everyMs: PURGE_EVERY_MS, logger, round: () => purgeServed(database, PURGE_MOST) });
  redis?.on('ready', () => publishing.wake());
  return {
    stop: async () => {
      await Promise.all([publishing.stop(), sealing.stop(), purging.stop()]);
    },
  };
}
