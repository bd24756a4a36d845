import type { Kubectl } from './kubectl.js';
import type { Pod } from './pods.js';

/** The sum over all label sets of one metric in the text format of Prometheus; labels that are not wanted are left out. */
export function sumOf(metrics: string, name: string, without = /^$/): number {
  const line = new RegExp(`^${name}(\\{[^}]*\\})? ([0-9.eE+]+)`, 'gm');
  return [...metrics.matchAll(line)].filter(([, labels]) => !without.test(labels ?? '')).reduce((sum, [, , value]) => sum + Number(value), 0);
}

export function metricsOf(kubectl: Kubectl, pod: Pod): Promise<string> {
  return kubectl.run(['get', '--raw', `/api/v1/namespaces/${kubectl.namespace}/pods/${pod.metadata.name}:9464/proxy/metrics`]);
}

/** gRPC calls that each pod has answered; health checks are nobody's work. */
export async function callsServed(kubectl: Kubectl, pods: readonly Pod[]): Promise<Map<string, number>> {
  const counts = await Promise.all(pods.map(async (pod) => [pod.metadata.name, sumOf(await metricsOf(kubectl, pod), 'grpc_server_call_duration_seconds_count', /grpc\.health/)] as const));
  return new Map(counts);
}

/** Each pod's part of the calls between two counts. */
export function sharesOf(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Map<string, number> {
  const rises = [...after].map(([pod, count]) => [pod, count - (before.get(pod) ?? 0)] as const);
  const total = rises.reduce((sum, [, rise]) => sum + rise, 0);
  return new Map(rises.map(([pod, rise]) => [pod, total === 0 ? 0 : rise / total]));
}
