import { type Dashboard, figure, graph, percentiles, type Query } from './dashboard.js';
import { errorRatioOf, inNamespace, ofJob, rateOf, served } from './selectors.js';

const [gateway] = served as [typeof served[number]];
const perService = (expr: (traffic: typeof gateway) => string): Query[] => served.map((traffic) => ({ expr: expr(traffic), legend: traffic.job }));
const burn = (window: string): Query => ({ expr: `crm:budget_burn:rate${window}{${inNamespace}}`, legend: `{{slo}} over ${window}` });

export const overview: Dashboard = {
  name: 'overview',
  title: 'Overview',
  rows: [
    {
      title: 'Now',
      panels: [
        figure('Requests', 'reqps', rateOf(gateway)),
        figure('Failed', 'percentunit', errorRatioOf(gateway), { threshold: 0.01 }),
        figure('Reads, p95', 's', percentiles(gateway.histogram, ofJob('gateway', 'method="GET"'))[1]!.expr, { threshold: 0.3 }),
        figure('Alerts that fire', 'none', `count(ALERTS{${inNamespace}, alertstate="firing", severity=~"page|ticket"}) or vector(0)`, { threshold: 1 }),
        figure('Pods that are not ready', 'none', `sum(kube_pod_status_ready{${inNamespace}, condition="false"} and on (namespace, pod) kube_pod_status_phase{${inNamespace}, phase=~"Pending|Running"} == 1) or vector(0)`, { threshold: 1 }),
        figure('Last good backup', 'dateTimeFromNow', `1000 * max(crm_backup_last_success_timestamp_seconds{${inNamespace}})`),
      ],
    },
    {
      title: 'Requests, errors, duration of each service',
      panels: [
        graph('Requests', 'reqps', perService((traffic) => rateOf(traffic))),
        graph('Share of failed requests', 'percentunit', perService(errorRatioOf), { threshold: 0.01 }),
        graph('Duration, p95', 's', perService(({ histogram, job }) => percentiles(histogram, ofJob(job))[1]!.expr), { threshold: 0.3 }),
      ],
    },
    {
      title: 'Error budget of 30 days: 99.9 % without an error, 99 % of the reads within a second',
      panels: [
        graph('Burn rate, fast windows', 'none', [burn('5m'), burn('1h')], { width: 12, threshold: 14.4 }),
        graph('Burn rate, slow windows', 'none', [burn('6h'), burn('3d')], { width: 12, threshold: 1 }),
      ],
    },
    {
      title: 'Behind the services',
      panels: [
        graph('Pods that answer', 'none', { expr: `sum by (job) (up{${inNamespace}, job=~"gateway|auth|crm|crm-worker"})`, legend: '{{job}}' }),
        graph('Queues of the worker', 's', [
          { expr: `max(crm_outbox_lag_seconds{${inNamespace}})`, legend: 'events' },
          { expr: `max(crm_audit_unsealed_lag_seconds{${inNamespace}})`, legend: 'audit seals' },
        ]),
        graph('Health checks', 'none', { expr: `min by (job, check) (health_check_up{${inNamespace}})`, legend: '{{job}}: {{check}}' }),
      ],
    },
  ],
};
