import { type Dashboard, graph } from './dashboard.js';
import { inNamespace } from './selectors.js';

const container = `${inNamespace}, container!=""`;
const perPod = (expr: string): { expr: string; legend: string } => ({ expr: `sum by (pod) (${expr})`, legend: '{{pod}}' });
const ofLimit = (used: string, resource: string): { expr: string; legend: string } => ({
  expr: `sum by (pod, container) (${used}) / max by (pod, container) (kube_pod_container_resource_limits{${inNamespace}, resource="${resource}"})`, legend: '{{pod}} {{container}}',
});
const cpu = `rate(container_cpu_usage_seconds_total{${container}}[$__rate_interval])`;
const memory = `container_memory_working_set_bytes{${container}}`;
const volume = (what: string): string => `max by (persistentvolumeclaim) (kubelet_volume_stats_${what}{${inNamespace}})`;

export const pods: Dashboard = {
  name: 'pods',
  title: 'Node and pods',
  rows: [
    {
      title: 'Pods',
      panels: [
        graph('CPU', 'short', perPod(cpu)),
        graph('CPU of its limit', 'percentunit', ofLimit(cpu, 'cpu'), { threshold: 0.8 }),
        graph('CPU held back', 'percentunit', {
          expr: `sum by (pod) (rate(container_cpu_cfs_throttled_periods_total{${inNamespace}}[$__rate_interval])) / sum by (pod) (rate(container_cpu_cfs_periods_total{${inNamespace}}[$__rate_interval]))`, legend: '{{pod}}',
        }),
        graph('Memory', 'bytes', perPod(memory)),
        graph('Memory of its limit', 'percentunit', ofLimit(memory, 'memory'), { threshold: 0.9 }),
        graph('Restarts', 'none', { expr: `sum by (pod) (kube_pod_container_status_restarts_total{${inNamespace}})`, legend: '{{pod}}' }),
        graph('Network in', 'Bps', perPod(`rate(container_network_receive_bytes_total{${inNamespace}}[$__rate_interval])`)),
        graph('Network out', 'Bps', perPod(`rate(container_network_transmit_bytes_total{${inNamespace}}[$__rate_interval])`)),
        graph('Pods by phase', 'none', { expr: `sum by (phase) (kube_pod_status_phase{${inNamespace}})`, legend: '{{phase}}' }),
      ],
    },
    {
      title: 'Workloads and volumes',
      panels: [
        graph('Replicas that are available', 'none', { expr: `max by (deployment) (kube_deployment_status_replicas_available{${inNamespace}})`, legend: '{{deployment}}' }),
        graph('Replicas that the autoscaler wants', 'none', { expr: `max by (horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_desired_replicas{${inNamespace}})`, legend: '{{horizontalpodautoscaler}}' }),
        graph('Volumes', 'percentunit', { expr: `${volume('used_bytes')} / ${volume('capacity_bytes')}`, legend: '{{persistentvolumeclaim}}' }, { threshold: 0.9 }),
      ],
    },
    {
      title: 'Nodes',
      panels: [
        graph('CPU in use', 'percentunit', { expr: '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval]))', legend: '{{instance}}' }, { threshold: 0.8 }),
        graph('Memory in use', 'percentunit', { expr: '1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes', legend: '{{instance}}' }, { threshold: 0.9 }),
        graph('Disk in use', 'percentunit', { expr: '1 - max by (instance, device) (node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|ramfs"} / node_filesystem_size_bytes{fstype!~"tmpfs|overlay|ramfs"})', legend: '{{instance}} {{device}}' }, { threshold: 0.9 }),
      ],
    },
  ],
};

const perServer = (job: string): string => `sum by (pod) (rate(grpc_server_call_duration_seconds_count{${inNamespace}, job="${job}"}[$__rate_interval]))`;

export const grpcBalance: Dashboard = {
  name: 'grpc-balance',
  title: 'gRPC balance',
  rows: ['auth', 'crm'].map((job) => ({
    title: job,
    panels: [
      graph(`Calls to ${job} by pod`, 'reqps', { expr: perServer(job), legend: '{{pod}}' }),
      graph(`Share of each pod of ${job}`, 'percentunit', { expr: `${perServer(job)} / on () group_left () sum(${perServer(job)})`, legend: '{{pod}}' }),
      graph(`Busiest to idlest pod of ${job}`, 'short', { expr: `max(${perServer(job)}) / min(${perServer(job)})` }, { threshold: 1.5 }),
    ],
  })).concat({
    title: 'Callers',
    panels: [
      graph('Calls by caller', 'reqps', { expr: `sum by (pod) (rate(grpc_client_call_duration_seconds_count{${inNamespace}}[$__rate_interval]))`, legend: '{{pod}}' }, { width: 12 }),
      graph('Calls that did not get through', 'reqps', {
        expr: `sum by (job, status) (rate(grpc_client_call_duration_seconds_count{${inNamespace}, status=~"UNAVAILABLE|DEADLINE_EXCEEDED"}[$__rate_interval]))`, legend: '{{job}} {{status}}',
      }, { width: 12 }),
    ],
  }),
};
