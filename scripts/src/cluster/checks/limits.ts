import { setTimeout as delay } from 'node:timers/promises';
import { demand, passed, type ClusterCheck } from '../check.js';
import { startLoad } from '../load/under-load.js';
import type { Stage } from '../stage.js';
import { podsOf } from '../tools/pods.js';
import { quantity } from '../tools/quantity.js';

interface Usage {
  metadata: { name: string };
  containers: { name: string; usage: { cpu: string; memory: string } }[];
}

const samples = 3;
const apart = 20_000;

/** Of each container, the largest part of its memory limit that it used. */
async function sample(stage: Stage, most: Map<string, number>): Promise<void> {
  const limits = new Map<string, string | undefined>((await podsOf(stage.kubectl)).flatMap(({ metadata, spec }) => spec.containers.map(({ name, resources }) => [`${metadata.name}/${name}`, resources?.limits?.memory] as const)));
  const { items } = JSON.parse(await stage.kubectl.run(['get', '--raw', `/apis/metrics.k8s.io/v1beta1/namespaces/${stage.kubectl.namespace}/pods`])) as { items: Usage[] };
  for (const { metadata, containers } of items) {
    for (const { name, usage } of containers) {
      const key = `${metadata.name}/${name}`;
      const limit = limits.get(key);
      if (limit !== undefined) most.set(key, Math.max(most.get(key) ?? 0, quantity(usage.memory) / quantity(limit)));
    }
  }
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
    const most = new Map<string, number>();
    for (let round = 0; round < samples; round += 1) {
      await delay(apart);
      await sample(stage, most);
    }
    await load.end();
    const ended = (await podsOf(stage.kubectl)).filter(({ status }) => status.containerStatuses?.some(({ lastState }) => lastState?.terminated?.reason === 'OOMKilled'));
    demand(ended.length === 0, `Ended for its memory: ${ended.map(({ metadata }) => metadata.name).join(', ')}`);
    const [fullest, part] = [...most].toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0];
    demand(most.size > 0 && part < 0.9, `${fullest} uses ${Math.round(part * 100)} % of its memory.`);
    return passed(`${most.size} containers, the fullest is ${fullest} with ${Math.round(part * 100)} % of its memory limit`);
  },
};
