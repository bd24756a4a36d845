import { row, type Section } from '../row.js';

export const containers: Section = {
  number: '1.2',
  title: 'Containers, in a cluster',
  rows: [
    row('development', 'cluster 8-skaffold', 'jest scripts/test/faults/launcher.e2e-spec.ts'),
    row('production', 'cluster 0-golden', 'cluster 0-lint'),
    row('the guide', 'cluster 8-install-page'),
    row('PostgreSQL 15, its health', 'jest scripts/test/migrations/migrations.int-spec.ts', 'jest scripts/test/faults/own-servers.e2e-spec.ts'),
    row('Redis 7, kept', 'jest scripts/test/faults/redis-killed.e2e-spec.ts', 'cluster 3-redis-kill'),
    row('images of the services', 'jest scripts/test/images/build-files.spec.ts', 'jest scripts/test/images/dockerfiles.spec.ts', 'cluster 1-install'),
    row('limits of CPU and memory', 'cluster 0-kube-score', 'cluster 4-limits', 'jest scripts/test/k8s/quota.spec.ts'),
    row('restarts by themselves', 'cluster 3-kills'),
    row('health endpoints', 'jest services/common/test/health/health.int-spec.ts', 'jest services/gateway/test/health.e2e-spec.ts', 'jest scripts/test/faults/health.e2e-spec.ts'),
    row('logs that do not fill a disk', 'jest services/common/src/logging/logger.spec.ts', 'github a node whose kubelet keeps three files of 10 MB'),
    row('networks apart', 'cluster 4-network', 'jest scripts/test/cluster/network-table.spec.ts', 'jest scripts/test/k8s/network-edges.spec.ts'),
    row('volumes', 'cluster 5-reinstall'),
    row('Alpine base images', 'delivery scan images'),
    row('intervals of health checks', 'cluster 0-unit-tests'),
    row('delay of the start', 'cluster 0-unit-tests', 'cluster 1-install'),
    row('order of the start', 'jest scripts/test/processes/supervised.spec.ts', 'cluster 1-install'),
    row('environments apart', 'jest scripts/test/chart/secrets.spec.ts', 'jest scripts/test/images/build-files.spec.ts'),
    row('pools of connections', 'jest scripts/test/chart/configuration.spec.ts', 'cluster 7-render'),
  ],
};

export const backup: Section = {
  number: '1.3',
  title: 'Backup',
  rows: [
    row('backup and restore, everywhere', 'jest scripts/test/backup/backup.int-spec.ts', 'jest scripts/test/backup/restore.int-spec.ts', 'cluster 0-shell-scripts'),
    row('compressed', 'jest scripts/test/backup/backup.int-spec.ts', 'jest scripts/test/backup/copy-stream.spec.ts'),
    row('every day at 02:00', 'jest scripts/test/backup/schedule.spec.ts', 'cluster 0-unit-tests'),
    row('kept for 30 days', 'jest scripts/test/backup/retention.spec.ts'),
    row('integrity', 'jest scripts/test/backup/faults.int-spec.ts', 'cluster 5-bad-backups'),
    row('log', 'jest scripts/test/backup/backup.int-spec.ts', 'jest scripts/test/monitoring/metric-names.spec.ts'),
    row('documents', 'jest scripts/test/faults/backup-page.e2e-spec.ts', 'cluster 5-backup-page'),
    row('3-2-1, off site', 'jest scripts/test/backup/off-site.int-spec.ts'),
    row('point in time', 'jest scripts/test/backup/point-in-time.int-spec.ts'),
    row('plan for disasters: RTO 1 h, RPO 24 h', 'cluster 5-drill', 'cluster 5-restore', 'cluster 0-alert-tests'),
  ],
};

export const health: Section = {
  number: '1.4',
  title: 'Health and Sentry',
  rows: [
    row('/health: database, Redis', 'jest scripts/test/faults/health.e2e-spec.ts', 'jest services/gateway/test/health.e2e-spec.ts'),
    row('figures of the pool', 'jest services/common/test/database/database.int-spec.ts', 'jest services/common/test/health/health.int-spec.ts'),
    row('cache hits', 'jest services/common/test/health/health.int-spec.ts'),
    row('requests: slow ones, average, percentiles', 'jest services/common/src/metrics/percentiles.spec.ts', 'jest services/gateway/test/health.e2e-spec.ts'),
    row('uptime, environment, errors', 'jest services/common/test/health/health.int-spec.ts', 'jest services/gateway/test/secrets-in-logs.e2e-spec.ts'),
    row('Sentry: errors, people, crumbs, release', 'jest services/common/test/telemetry/sentry.int-spec.ts'),
    row('performance of database and HTTP', 'jest services/gateway/test/traces.e2e-spec.ts'),
    row('slow queries and requests', 'jest services/common/test/database/database.int-spec.ts', 'jest scripts/test/monitoring/alerts.spec.ts'),
    row('sampling', 'jest services/gateway/test/traces.e2e-spec.ts'),
    row('metrics', 'jest scripts/test/monitoring/metric-names.spec.ts', 'cluster 6-scraped'),
  ],
};
