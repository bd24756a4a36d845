import { backups } from './backups.js';
import { business } from './business.js';
import { grpcBalance, pods } from './cluster.js';
import { grafanaJson } from './grafana.js';
import { overview } from './overview.js';
import { services } from './services.js';
import { postgresql, redisDashboard } from './stores.js';

/** Every dashboard of the chart: its path in the clone, and what it should hold. */
export function dashboardFiles(): [string, string][] {
  return [overview, ...services, postgresql, redisDashboard, pods, grpcBalance, backups, business].map((dashboard) => [`charts/crm-vision/dashboards/${dashboard.name}.json`, grafanaJson(dashboard)]);
}
