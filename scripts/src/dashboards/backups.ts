import { type Dashboard, figure, graph } from './dashboard.js';
import { inNamespace } from './selectors.js';

const newest = (metric: string): string => `max(crm_${metric}{${inNamespace}})`;
const age = (kind: string): string => `time() - ${newest(`${kind}_last_success_timestamp_seconds`)}`;

export const backups: Dashboard = {
  name: 'backups',
  title: 'Backups',
  rows: [
    {
      title: 'Goals: a backup within 26 hours, restored within an hour (RTO), with data no older than 24 hours (RPO)',
      panels: [
        figure('Age of the last good backup', 's', age('backup'), { threshold: 26 * 3600 }),
        figure('Since the last verified one', 's', age('backup_verify'), { threshold: 50 * 3600 }),
        figure('Since the last restore drill', 's', age('restore_drill'), { threshold: 216 * 3600 }),
        figure('Restored within (RTO)', 's', newest('restore_drill_rto_seconds'), { threshold: 3600 }),
        figure('Age of restored data (RPO)', 's', newest('restore_drill_rpo_seconds'), { threshold: 86_400 }),
        figure('Good copies', 'none', `sum(max by (medium) (crm_backup_copies{${inNamespace}}))`),
      ],
    },
    {
      title: 'Runs',
      panels: [
        graph('Size', 'bytes', { expr: newest('backup_size_bytes') }),
        graph('Rows', 'short', { expr: newest('backup_rows') }),
        graph('Duration', 's', { expr: newest('backup_last_duration_seconds') }, { threshold: 3000 }),
        graph('Copies by medium', 'none', { expr: `max by (medium) (crm_backup_copies{${inNamespace}})`, legend: '{{medium}}' }),
        graph('Failures', 'none', { expr: `max by (kind) (crm_backup_failures_total{${inNamespace}})`, legend: '{{kind}}' }),
        graph('Jobs that failed', 'none', { expr: `sum(kube_job_failed{${inNamespace}, job_name=~".+-(backup|backup-verify|restore-drill)-.+", condition="true"}) or vector(0)` }),
      ],
    },
  ],
};
