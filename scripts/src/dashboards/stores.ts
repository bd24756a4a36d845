import { type Dashboard, figure, graph } from './dashboard.js';
import { inNamespace } from './selectors.js';

/** Every replica of the worker, or an exporter, tells the same: one of them is enough. */
const database = (name: string): string => `max by (datname) (pg_stat_database_${name}{${inNamespace}, datname!~"template.*|postgres|"})`;
const databaseRate = (name: string): string => `sum(max by (datname) (rate(pg_stat_database_${name}{${inNamespace}, datname!~"template.*|postgres|"}[$__rate_interval])))`;
const redis = (name: string): string => `max(redis_${name}{${inNamespace}})`;
const redisRate = (name: string): string => `max(rate(redis_${name}_total{${inNamespace}}[$__rate_interval]))`;

export const postgresql: Dashboard = {
  name: 'postgresql',
  title: 'PostgreSQL',
  rows: [
    {
      title: 'Server',
      panels: [
        figure('Reached by', 'percentunit', `avg(health_check_up{${inNamespace}, check="database"})`),
        figure('Connections', 'none', `sum(${database('numbackends')})`),
        figure('Connections in use', 'percentunit', `sum(${database('numbackends')}) / max(pg_settings_max_connections{${inNamespace}})`, { threshold: 0.8 }),
        figure('Size', 'bytes', `sum(max by (datname) (pg_database_size_bytes{${inNamespace}, datname!~"template.*|postgres|"}))`),
        figure('Found in cache, ever', 'percentunit', `sum(${database('blks_hit')}) / sum(${database('blks_hit')} + ${database('blks_read')})`),
        figure('Deadlocks in this time', 'none', `sum(max by (datname) (increase(pg_stat_database_deadlocks{${inNamespace}}[$__range])))`, { threshold: 1 }),
        graph('Transactions', 'ops', [{ expr: databaseRate('xact_commit'), legend: 'committed' }, { expr: databaseRate('xact_rollback'), legend: 'rolled back' }]),
        graph('Blocks found in cache', 'percentunit', { expr: `${databaseRate('blks_hit')} / (${databaseRate('blks_hit')} + ${databaseRate('blks_read')})` }),
        graph('Temporary files', 'Bps', { expr: databaseRate('temp_bytes') }),
      ],
    },
    {
      title: 'As the services see it',
      panels: [
        graph('Connections of the pools', 'none', { expr: `sum by (job, state) (db_pool_connections{${inNamespace}})`, legend: '{{job}} {{state}}' }),
        graph('Waiting for a connection', 'none', { expr: `sum by (pod) (db_pool_connections{${inNamespace}, state="waiting"})`, legend: '{{pod}}' }, { threshold: 1 }),
        graph('Statements of over a second', 'ops', { expr: `sum by (job, statement) (rate(slow_queries_total{${inNamespace}}[$__rate_interval]))`, legend: '{{job}}: {{statement}}' }),
      ],
    },
    {
      title: 'Replication and archive (CloudNativePG)',
      panels: [
        graph('Replicas that stream', 'none', { expr: `max(cnpg_pg_replication_streaming_replicas{${inNamespace}})` }),
        graph('Replication lag', 's', { expr: `cnpg_pg_replication_lag{${inNamespace}}`, legend: '{{pod}}' }, { threshold: 30 }),
        graph('Age of the last archived WAL', 's', { expr: `time() - max(cnpg_pg_stat_archiver_last_archived_time{${inNamespace}})` }, { threshold: 300 }),
      ],
    },
  ],
};

export const redisDashboard: Dashboard = {
  name: 'redis',
  title: 'Redis',
  rows: [
    {
      title: 'Server',
      panels: [
        figure('Reached by', 'percentunit', `avg(health_check_up{${inNamespace}, check="redis"})`, { width: 6 }),
        figure('Connections', 'none', redis('connected_clients'), { width: 6 }),
        figure('Memory in use', 'bytes', redis('memory_used_bytes'), { width: 6 }),
        figure('Found, ever', 'percentunit', `${redis('keyspace_hits_total')} / clamp_min(${redis('keyspace_hits_total')} + ${redis('keyspace_misses_total')}, 1)`, { width: 6 }),
        graph('Commands', 'ops', { expr: redisRate('commands_processed') }),
        graph('Keys looked for', 'ops', [{ expr: redisRate('keyspace_hits'), legend: 'found' }, { expr: redisRate('keyspace_misses'), legend: 'not found' }]),
        graph('Memory', 'bytes', [{ expr: redis('memory_used_bytes'), legend: 'in use' }, { expr: `${redis('memory_max_bytes')} > 0`, legend: 'limit' }]),
        graph('Keys that had to go', 'ops', { expr: redisRate('evicted_keys') }, { width: 12 }),
        graph('Reached by service', 'none', { expr: `min by (job) (health_check_up{${inNamespace}, check="redis"})`, legend: '{{job}}' }, { width: 12 }),
      ],
    },
  ],
};
