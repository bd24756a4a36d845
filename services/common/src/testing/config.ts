import { z } from 'zod';
import { loadConfig } from '../config/index.js';

const testConfig = z.object({
  TEST_DATABASE_SUPERUSER_URL: z.string().describe('PostgreSQL of this run; set by the global set-up of the tests'),
  TEST_DATABASE_TEMPLATE: z.string().describe('A migrated database that test databases are copies of'),
  TEST_REDIS_URL: z.string().describe('Redis of this run'),
});

/** Where the servers of this test run are. */
export function testServers(): z.output<typeof testConfig> {
  return loadConfig(testConfig, process.env);
}
