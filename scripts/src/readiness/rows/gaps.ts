import { row, type Section } from '../row.js';

export const gaps: Section = {
  number: '1.7',
  title: 'Gaps',
  rows: [
    row('nginx in front', 'cluster 1-edge', 'cluster 8-gateway-api'),
    row('TLS', 'cluster 1-edge', 'jest scripts/test/k8s/add-ons.spec.ts'),
    row('load balancing, no single point of failure', 'cluster 3-balance', 'cluster 2-eviction', 'cluster 2-autoscaling', 'jest services/common/test/grpc/channel.int-spec.ts'),
    row('limits at the edge', 'jest services/gateway/test/limits.e2e-spec.ts', 'cluster 0-unit-tests'),
    row('caching of files, gzip', 'jest services/gateway/test/web-headers.spec.ts', 'jest scripts/test/k8s/add-ons.spec.ts'),
    row('headers at the edge', 'jest services/gateway/test/web-headers.spec.ts'),
    row('staging', 'cluster 0-golden', 'check staging.yml: main goes live'),
    row('dashboards, exporters', 'jest scripts/test/monitoring/dashboards.spec.ts', 'cluster 6-dashboards', 'cluster 6-scraped'),
    row('alerts', 'cluster 0-alert-tests', 'jest scripts/test/monitoring/alerts.spec.ts', 'cluster 6-alerts'),
    row('who is called', 'cluster 0-alert-routes', 'cluster 0-alert-delivery', 'jest scripts/test/monitoring/alertmanager.spec.ts'),
    row('pages on monitoring and staging', 'check generated pages are up to date', 'jest scripts/test/pages.spec.ts'),
    row('migrations in Git, sample data', 'jest scripts/test/migrations/migrations.int-spec.ts', 'jest scripts/test/database/prepare.int-spec.ts'),
    row('README, OpenAPI, page of the database', 'check OpenAPI document', 'jest scripts/test/database-page.spec.ts', 'jest services/gateway/test/clients/clients.e2e-spec.ts'),
    row('deployment, rollback and alert, end to end', 'cluster 2-upgrade', 'cluster 2-broken-image', 'cluster 6-alerts'),
    row('performance', 'jest scripts/test/cluster/figures.spec.ts', 'cluster 2-upgrade'),
    row('figures of the business', 'jest scripts/test/monitoring/metric-names.spec.ts', 'jest scripts/test/monitoring/dashboards.spec.ts'),
    row('uptime, logs in one place', 'jest services/gateway/test/traces.e2e-spec.ts', 'jest scripts/test/k8s/add-ons.spec.ts'),
    row('this table', 'jest scripts/test/readiness.spec.ts'),
  ],
};
