import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The one registry of a process; services add their business metrics to it. */
export const registry = new Registry();

export const httpDuration = new Histogram({
  name: 'http_server_request_duration_seconds', help: 'Time to answer an HTTP request', labelNames: ['route', 'method', 'status'], buckets: SECONDS, registers: [registry],
});
export const grpcServerDuration = new Histogram({
  name: 'grpc_server_call_duration_seconds', help: 'Time to answer a gRPC call', labelNames: ['method', 'status'], buckets: SECONDS, registers: [registry],
});
export const grpcClientDuration = new Histogram({
  name: 'grpc_client_call_duration_seconds', help: 'Time that a gRPC call to another service took', labelNames: ['method', 'status'], buckets: SECONDS, registers: [registry],
});
export const slowRequests = new Counter({
  name: 'slow_requests_total', help: 'Requests and calls that took longer than 3 s', labelNames: ['route'], registers: [registry],
});
export const slowQueries = new Counter({
  name: 'slow_queries_total', help: 'Statements that took longer than 1 s', labelNames: ['statement'], registers: [registry],
});
const buildInfo = new Gauge({
  name: 'build_info', help: 'Which release runs; always 1', labelNames: ['service', 'release'], registers: [registry],
});

export const SLOW_REQUEST_SECONDS = 3;
export const SLOW_QUERY_SECONDS = 1;

/** Starts the metrics of the process itself: CPU, memory, event loop, garbage collection. */
export function startProcessMetrics(service: string, release: string): void {
  collectDefaultMetrics({ register: registry });
  buildInfo.set({ service, release }, 1);
}
