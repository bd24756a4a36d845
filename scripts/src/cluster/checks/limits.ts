import { setTimeout as delay } from 'node:timers/promises';
import { demand, passed, type ClusterCheck } from '../check.js';
import { startLoad } from '../load/under-load.js';
import type { Stage } from '../stage.js';
import { componentOf, podsOf } from '../tools/pods.js';
import { quantity } from '../tools/quantity.js';

interface Usage {
  metadata: { name: string };
  containers: { name: string; usage: { cpu: string; memory: string } }[];
}

const samples = 3;
const apart = 20_000;

/** What the containers used while people worked. */
interface Used {
  /** Of each container, the largest part of its memory limit. */
  memory: Map<string, number>;
  /** Cores of all pods of a component together, one figure a sample. */
  cpu: Map<string, number[]>;
}

async function sample(stage: Stage, used: Used): Promise<void> {
  const pods = new Map((await podsOf(stage.kubectl)).map((pod) => [pod.metadata.name, pod] as const));
  const { items } = JSON.parse(await stage.kubectl.run(['get', '--raw', `/apis/metrics.k8s.io/v1beta1/namespaces/${stage.kubectl.namespace}/pods`])) as { items: Usage[] };
  const cores = new Map<string, number>();
  for (const { metadata, containers } of items) {
    const pod = pods.get(metadata.name);
    if (pod === undefined) continue;
    for (const { name, usage } of containers) {
      cores.set(componentOf(pod), (cores.get(componentOf(pod)) ?? 0) + quantity(usage.cpu));
      const limit = pod.spec.containers.find((container) => container.name === name)?.resources?.limits?.memory;
      if (limit !== undefined) used.memory.set(`${metadata.name}/${name}`, Math.max(used.memory.get(`${metadata.name}/${name}`) ?? 0, quantity(usage.memory) / quantity(limit)));
    }
  }
  for (const [component, sum] of cores) used.cpu.set(component, [...(used.cpu.get(component) ?? []), sum]);
}

/** Milliseconds of CPU that one request of the mixture costs each component, which is what docs/operations/scaling.md reckons with. */
export function costOfARequest(cpu: Used['cpu'], requestsASecond: number): string {
  return [...cpu]
    .map(([component, cores]) => [component, (cores.reduce((sum, each) => sum + each, 0) / cores.length / requestsASecond) * 1000] as const)
    .toSorted(([, a], [, b]) => b - a)
    .map(([component, milliseconds]) => `${component} ${milliseconds.toFixed(1)}`)
    .join(', ');
}

export const limitsCheck: ClusterCheck = {
  name: '4-limits',
  proves: 'every container has limits and stays inside them under load; none was ended for its memory',
  run: async (stage) => {
    await stage.installed();
    const pods = await podsOf(stage.kubectl);
    const without = pods.flatMap(({ metadata, spec }) => spec.containers.filter(({ resources }) => !resources?.limits?.cpu || !resources.limits.memory).map(({ name }) => `${metadata.name}/${name}`));
    demand(without.length === 0, `Without limits: ${without.join(', ')}`);
    const { load } = await startLoad(stage);
    const used: Used = { memory: new Map(), cpu: new Map() };
    // What is measured is a mean of the time before: the first sample waits until it holds nothing but the load.
    await delay(apart);
    for (let round = 0; round < samples; round += 1) {
      await delay(apart);
      await sample(stage, used);
    }
    await load.end();
    const ended = (await podsOf(stage.kubectl)).filter(({ status }) => status.containerStatuses?.some(({ lastState }) => lastState?.terminated?.reason === 'OOMKilled'));
    demand(ended.length === 0, `Ended for its memory: ${ended.map(({ metadata }) => metadata.name).join(', ')}`);
    const [fullest, part] = [...used.memory].toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0];
    demand(used.memory.size > 0 && part < 0.9, `${fullest} uses ${Math.round(part * 100)} % of its memory.`);
    return passed(`${used.memory.size} containers, the fullest is ${fullest} with ${Math.round(part * 100)} % of its memory limit; ms of CPU for a request: ${costOfARequest(used.cpu, load.perSecond)}`);
  },
};
