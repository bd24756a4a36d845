import type { Database } from '@crm-vision/common/database';
import { isReady, type Redis } from '@crm-vision/common/redis';
import { changesPublished } from '../events.js';
import { claimPublishing, listWaiting, markPublished, type PublishedChange } from './queue.repository.js';

/** Every gateway listens here; a message is a PublishedChange as JSON. */
export const CHANGES_CHANNEL = 'crm-vision:changes';

const BATCH = 500;

/**
 * Publishes waiting events in order and marks them, in this order: a worker that dies in between publishes them again. While Redis is away they wait.
 * Without any Redis configured nobody listens, and events count as published.
 */
export async function publishWaiting(database: Database, redis: Redis | undefined): Promise<boolean> {
  if (redis && !isReady(redis)) return false;
  const published = await database.transaction(null, async (transaction) => {
    if (!(await claimPublishing(transaction))) return 0;
    const changes = await listWaiting(transaction, BATCH);
    if (changes.length === 0) return 0;
    if (redis) await publish(redis, changes);
    await markPublished(transaction, changes.map(({ id }) => id));
    return changes.length;
  });
  changesPublished(published);
  return published === BATCH;
}

async function publish(redis: Redis, changes: readonly PublishedChange[]): Promise<void> {
  const pipeline = redis.pipeline();
  for (const change of changes) pipeline.publish(CHANGES_CHANNEL, JSON.stringify(change));
  const answers = await pipeline.exec();
  const failed = answers?.find(([error]) => error !== null);
  if (!answers || failed) throw failed?.[0] ?? new Error('Redis did not take the events.');
}
