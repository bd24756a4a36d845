import { pollUntil } from '../../processes/poll.js';
import type { Kubectl } from './kubectl.js';
import { componentOf, isReady, podsOf, type Pod } from './pods.js';

/** As a drain does it: asks again while a disruption budget says no, then waits until the replacement serves. */
export async function evict(kubectl: Kubectl, pod: Pod, within: number): Promise<void> {
  const { name } = pod.metadata;
  const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace: kubectl.namespace } };
  const path = `/api/v1/namespaces/${kubectl.namespace}/pods/${name}/eviction`;
  const evicted = await pollUntil(
    async () => {
      const { code, stderr } = await kubectl.attempt(['create', '--raw', path, '-f', '-'], { input: JSON.stringify(body) });
      if (code !== 0 && !/disruption budget|TooManyRequests/i.test(stderr)) throw new Error(`${name} cannot be evicted: ${stderr.trim()}`);
      return code === 0;
    },
    { within, every: 1000 },
  );
  if (evicted === null) throw new Error(`The disruption budget let ${name} never go.`);
}

/** Waits until a component has this many pods that are ready. */
export async function readyAgain(kubectl: Kubectl, component: string, count: number, within: number): Promise<Pod[]> {
  const pods = await pollUntil(
    async () => {
      const ready = (await podsOf(kubectl, component)).filter(isReady);
      return ready.length >= count ? ready : null;
    },
    { within, every: 500 },
  );
  if (pods === null) throw new Error(`${component} did not come to ${count} ready pods within ${within / 1000} s.`);
  return pods;
}

/** Evicts every pod of these components, one after the other of each component, all components side by side. */
export async function evictAll(kubectl: Kubectl, components: readonly string[]): Promise<number> {
  const pods = (await podsOf(kubectl)).filter((pod) => components.includes(componentOf(pod)));
  const ofEach = Map.groupBy(pods, componentOf);
  await Promise.all(
    [...ofEach].map(async ([component, each]) => {
      for (const pod of each) {
        await evict(kubectl, pod, 120_000);
        await readyAgain(kubectl, component, each.length, 120_000);
      }
    }),
  );
  return pods.length;
}
