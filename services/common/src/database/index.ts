export { Database, type Statement, type Transaction } from './database.js';
export { IdempotencyInterceptor, IdempotencyKeyReusedError } from './idempotency-interceptor.js';
export { createPool, type PoolOptions, watchPool } from './pool.js';
export { RunsEachTime } from './runs-each-time.js';
export { isRetryable, translateSqlError, violatedConstraint } from './sql-errors.js';
export { waitForSchema } from './wait-for-schema.js';
