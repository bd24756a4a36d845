export { databaseCheck, redisCheck } from './checks.js';
export { type Check, type CheckResult, Health } from './health.js';
export { startManagementServer } from './management-server.js';
export { watchDatabaseServer, watchHealth, watchRedisServer } from './watch.js';
