import { figure, graph, type Panel, percentiles, type Query, type Row } from './dashboard.js';

export const inNamespace = 'namespace="$namespace"';
export const ofJob = (job: string, more = ''): string => `${inNamespace}, job="${job}"${more && `, ${more}`}`;

/** Statuses of gRPC that say the service failed, as CrmErrorRateHigh counts them. */
const FAILED_CALL = 'status=~"UNKNOWN|DEADLINE_EXCEEDED|UNIMPLEMENTED|INTERNAL|UNAVAILABLE|DATA_LOSS"';

export interface Traffic {
  job: string;
  histogram: string;
  /** Label that says what was asked. */
  operation: 'route' | 'method';
  /** Selects what the service failed at. */
  failed: string;
}

export const served: Traffic[] = [
  { job: 'gateway', histogram: 'http_server_request_duration_seconds', operation: 'route', failed: 'status=~"5.."' },
  ...['auth', 'crm'].map((job): Traffic => ({ job, histogram: 'grpc_server_call_duration_seconds', operation: 'method', failed: FAILED_CALL })),
];

export const rateOf = ({ job, histogram }: Traffic, more = ''): string => `sum(rate(${histogram}_count{${ofJob(job, more)}}[$__rate_interval]))`;
/** 0, not nothing, as long as nothing has failed. */
export const errorRatioOf = (traffic: Traffic): string => `(${rateOf(traffic, traffic.failed)} or vector(0)) / ${rateOf(traffic)}`;

const top = (expr: string, legend: string): Query => ({ expr: `topk(10, ${expr})`, legend });

/** Rate, errors, duration. */
export function redRow(traffic: Traffic): Row {
  const { job, histogram, operation, failed } = traffic;
  return {
    title: 'Requests, errors, duration',
    panels: [
      graph('Requests by operation', 'reqps', top(`sum by (${operation}) (rate(${histogram}_count{${ofJob(job)}}[$__rate_interval]))`, `{{${operation}}}`)),
      graph('Share of failed requests', 'percentunit', { expr: errorRatioOf(traffic) }, { threshold: 0.01 }),
      graph('Duration', 's', percentiles(histogram, ofJob(job)), { threshold: 1 }),
      graph('Answers by status', 'reqps', { expr: `sum by (status) (rate(${histogram}_count{${ofJob(job)}}[$__rate_interval]))`, legend: '{{status}}' }),
      graph('Slowest operations, p95', 's', top(`histogram_quantile(0.95, sum by (le, ${operation}) (rate(${histogram}_bucket{${ofJob(job)}}[$__rate_interval])))`, `{{${operation}}}`)),
      graph('Failed requests by operation', 'reqps', top(`sum by (${operation}, status) (rate(${histogram}_count{${ofJob(job, failed)}}[$__rate_interval]))`, `{{${operation}}} {{status}}`)),
    ],
  };
}

const byPod = (metric: string, job: string, legend = '{{pod}}'): Query => ({ expr: `${metric}{${ofJob(job)}}`, legend });

/** The processes behind a service. */
export function processRow(job: string): Row {
  const panels: Panel[] = [
    figure('Pods that answer', 'none', `sum(up{${ofJob(job)}})`),
    figure('Started', 'dateTimeFromNow', `1000 * max(process_start_time_seconds{${ofJob(job)}})`),
    figure('Slow requests in this time', 'none', `sum(increase(slow_requests_total{${ofJob(job)}}[$__range])) or vector(0)`, { threshold: 10 }),
    figure('Lowest health check', 'none', `min(health_check_up{${ofJob(job)}})`),
    graph('Releases', 'none', { expr: `count by (release) (build_info{${ofJob(job)}})`, legend: '{{release}}' }),
    graph('CPU', 'percentunit', { expr: `rate(process_cpu_seconds_total{${ofJob(job)}}[$__rate_interval])`, legend: '{{pod}}' }),
    graph('Memory', 'bytes', byPod('process_resident_memory_bytes', job)),
    graph('Event loop lag, p99', 's', byPod('nodejs_eventloop_lag_p99_seconds', job), { threshold: 0.1 }),
    graph('Time in garbage collection', 'percentunit', { expr: `sum by (pod) (rate(nodejs_gc_duration_seconds_sum{${ofJob(job)}}[$__rate_interval]))`, legend: '{{pod}}' }),
    graph('Health checks', 'none', byPod('health_check_up', job, '{{pod}} {{check}}')),
  ];
  return { title: 'Processes', panels };
}
