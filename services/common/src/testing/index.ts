export { type Collector, startCollector } from './collector.js';
export { testServers } from './config.js';
export { listenOn, type RedisListener } from './redis-listener.js';
export { eventually } from './eventually.js';
export { unboundedColumns } from './stored-sizes.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
export { startTestProcess, type TestProcess } from './test-process.js';
export { type ComposedService, startTestService, type TestParts, type TestService, type TestServiceOptions } from './test-service.js';
export { createTestTokens, type TestClaims, type TestTokens } from './test-tokens.js';
