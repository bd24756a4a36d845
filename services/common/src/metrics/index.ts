export { type Figures, watchFigures } from './figures.js';
export { afterOtherGauges, inTime } from './in-time.js';
export {
  grpcClientDuration, grpcServerDuration, httpDuration, registry, SLOW_QUERY_SECONDS, SLOW_REQUEST_SECONDS, slowQueries, slowRequests, startProcessMetrics,
} from './metrics.js';
export { type LatencySummary, summarise } from './percentiles.js';
