import { type Dashboard, figure, graph, type Row } from './dashboard.js';
import { ofJob, processRow, redRow, served } from './selectors.js';

const callsTo = (job: string): Row => ({
  title: 'Calls to other services',
  panels: [
    graph('Calls by status', 'reqps', { expr: `sum by (status) (rate(grpc_client_call_duration_seconds_count{${ofJob(job)}}[$__rate_interval]))`, legend: '{{status}}' }, { width: 12 }),
    graph('Duration of calls, p95', 's', {
      expr: `topk(10, histogram_quantile(0.95, sum by (le, method) (rate(grpc_client_call_duration_seconds_bucket{${ofJob(job)}}[$__rate_interval]))))`, legend: '{{method}}',
    }, { width: 12 }),
  ],
});

const databaseOf = (job: string): Row => ({
  title: 'Database',
  panels: [
    graph('Connections of the pool', 'none', { expr: `sum by (state) (db_pool_connections{${ofJob(job)}})`, legend: '{{state}}' }, { width: 12 }),
    graph('Statements of over a second', 'ops', { expr: `sum by (statement) (rate(slow_queries_total{${ofJob(job)}}[$__rate_interval]))`, legend: '{{statement}}' }, { width: 12 }),
  ],
});

const edge: Row = {
  title: 'Edge of the product',
  panels: [
    graph('Requests in flight', 'none', [
      { expr: `sum by (pod) (gateway_requests_in_flight{${ofJob('gateway')}})`, legend: '{{pod}}' },
      { expr: `sum by (pod) (gateway_requests_waiting{${ofJob('gateway')}})`, legend: '{{pod}}, waiting for the turn of their person' },
    ]),
    graph('Requests turned away', 'reqps', [
      { expr: `sum(rate(gateway_requests_shed_total{${ofJob('gateway')}}[$__rate_interval]))`, legend: 'too many open (503)' },
      { expr: `sum(rate(gateway_rate_limited_total{${ofJob('gateway')}}[$__rate_interval])) or vector(0)`, legend: 'rate limited (429)' },
    ]),
    graph('Live updates', 'none', [
      { expr: `sum(gateway_event_streams{${ofJob('gateway')}})`, legend: 'open streams' },
      { expr: `sum(rate(gateway_events_delivered_total{${ofJob('gateway')}}[$__rate_interval]))`, legend: 'events a second' },
    ]),
  ],
};

const worker = ofJob('crm-worker');
const queues: Row = {
  title: 'Queues',
  panels: [
    figure('Oldest unpublished event', 's', `max(crm_outbox_lag_seconds{${worker}})`, { threshold: 60, width: 6 }),
    figure('Oldest unsealed audit entry', 's', `max(crm_audit_unsealed_lag_seconds{${worker}})`, { threshold: 300, width: 6 }),
    figure('Events waiting', 'none', `max(crm_outbox_waiting{${worker}})`, { width: 6 }),
    figure('Audit entries waiting', 'none', `max(crm_audit_unsealed_waiting{${worker}})`, { width: 6 }),
    graph('Work done', 'ops', [
      { expr: `sum(rate(crm_outbox_published_total{${worker}}[$__rate_interval]))`, legend: 'events published' },
      { expr: `sum(rate(crm_audit_sealed_total{${worker}}[$__rate_interval]))`, legend: 'audit entries sealed' },
    ]),
    graph('Lag', 's', [
      { expr: `max(crm_outbox_lag_seconds{${worker}})`, legend: 'events' },
      { expr: `max(crm_audit_unsealed_lag_seconds{${worker}})`, legend: 'audit entries' },
    ]),
    graph('Failed rounds by loop', 'ops', { expr: `sum by (loop) (rate(crm_worker_failures_total{${worker}}[$__rate_interval]))`, legend: '{{loop}}' }),
  ],
};

const [gateway, auth, crm] = served.map(redRow) as [Row, Row, Row];

export const services: Dashboard[] = [
  { name: 'gateway', title: 'Gateway', rows: [gateway, edge, callsTo('gateway'), processRow('gateway')] },
  { name: 'auth', title: 'Auth', rows: [auth, databaseOf('auth'), processRow('auth')] },
  { name: 'crm', title: 'CRM', rows: [crm, callsTo('crm'), databaseOf('crm'), processRow('crm')] },
  { name: 'crm-worker', title: 'CRM worker', rows: [queues, databaseOf('crm-worker'), processRow('crm-worker')] },
];
