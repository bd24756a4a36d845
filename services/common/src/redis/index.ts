export { createRedis, isReady, type Redis } from './redis.js';
