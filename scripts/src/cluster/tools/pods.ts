import type { Kubectl } from './kubectl.js';

interface ContainerStatus {
  name: string;
  restartCount: number;
  lastState?: { terminated?: { reason?: string; exitCode: number } };
}

interface Container {
  name: string;
  image: string;
  resources?: { limits?: { cpu?: string; memory?: string } };
  securityContext?: { readOnlyRootFilesystem?: boolean };
}

export interface Pod {
  metadata: { name: string; uid: string; labels: Record<string, string>; deletionTimestamp?: string };
  spec: { automountServiceAccountToken?: boolean; containers: Container[]; initContainers?: Container[]; volumes?: { name: string; projected?: { sources: { serviceAccountToken?: object }[] } }[] };
  status: { phase: string; podIP?: string; conditions?: { type: string; status: string }[]; containerStatuses?: ContainerStatus[] };
}

/** The components that serve people, in the order of the calls. */
export const services = ['gateway', 'auth', 'crm', 'crm-worker', 'web'] as const;

export const componentOf = (pod: Pod): string => pod.metadata.labels['app.kubernetes.io/component'] ?? '';

export const isReady = (pod: Pod): boolean =>
  pod.metadata.deletionTimestamp === undefined && (pod.status.conditions ?? []).some(({ type, status }) => type === 'Ready' && status === 'True');

/** Pods of a component that are to stay: neither ended nor on their way out. */
export async function podsOf(kubectl: Kubectl, component?: string): Promise<Pod[]> {
  const selector = component === undefined ? 'app.kubernetes.io/component' : `app.kubernetes.io/component=${component}`;
  const pods = await kubectl.list<Pod>('pods', '-l', selector);
  return pods.filter(({ metadata, status }) => metadata.deletionTimestamp === undefined && (status.phase === 'Running' || status.phase === 'Pending'));
}
