export { createRedis, firstAttempt, isReady, type Redis } from './redis.js';
