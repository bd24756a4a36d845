import path from 'node:path';
import { startRedis } from '../embedded/redis.js';
import { keepForTeardown } from './jest-servers.js';
import { makeTemplate, startTestPostgres, templateDatabase } from './test-databases.js';

/** Once per run, and only when a project with a database has a test in it: PostgreSQL with a migrated template, and Redis. */
export default async function globalSetup(): Promise<void> {
  const { server, folder, superuserUrl } = await startTestPostgres();
  keepForTeardown(server);
  const [redis] = await Promise.all([startRedis({ logFile: path.join(folder, 'redis.log') }), makeTemplate(superuserUrl)]);
  keepForTeardown(redis);
  process.env['TEST_DATABASE_SUPERUSER_URL'] = superuserUrl;
  process.env['TEST_DATABASE_TEMPLATE'] = templateDatabase;
  process.env['TEST_REDIS_URL'] = redis.url;
}
