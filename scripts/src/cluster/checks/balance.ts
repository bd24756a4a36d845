import { setTimeout as delay } from 'node:timers/promises';
import { pollUntil } from '../../processes/poll.js';
import { demand, passed, type ClusterCheck } from '../check.js';
import { startLoad } from '../load/under-load.js';
import { release, type Stage } from '../stage.js';
import { readyAgain } from '../tools/evict.js';
import { callsServed, sharesOf } from '../tools/metrics.js';
import { podsOf } from '../tools/pods.js';

const window = 15_000;

async function shares(stage: Stage, component: string): Promise<Map<string, number>> {
  const pods = await podsOf(stage.kubectl, component);
  const before = await callsServed(stage.kubectl, pods);
  await delay(window);
  return sharesOf(before, await callsServed(stage.kubectl, pods));
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

async function skewOf(stage: Stage, component: string): Promise<string> {
  const each = [...(await shares(stage, component)).values()];
  const skew = Math.max(...each) / Math.min(...each);
  demand(skew <= 1.5, `${component}: the busiest pod serves ${skew.toFixed(2)} times as much as the idlest (${each.map(percent).join(', ')}).`);
  return `${component} max/min ${skew.toFixed(2)}`;
}

/** A third pod is found by the connections that are there already. */
async function newcomer(stage: Stage): Promise<string> {
  const old = new Set((await podsOf(stage.kubectl, 'crm')).map(({ metadata }) => metadata.name));
  await stage.kubectl.run(['scale', 'deployment', `${release}-crm`, '--replicas=3']);
  const name = (await readyAgain(stage.kubectl, 'crm', 3, 120_000)).map(({ metadata }) => metadata.name).find((pod) => !old.has(pod))!;
  const from = performance.now();
  const share = await pollUntil(async () => ((await shares(stage, 'crm')).get(name) ?? 0) >= 0.15, { within: 90_000, every: 100 });
  demand(share !== null, `The new pod ${name} has less than 15 % of the calls after 90 s.`);
  return `new pod has its share after ${Math.round((performance.now() - from) / 1000)} s`;
}

export const balanceCheck: ClusterCheck = {
  name: '3-balance',
  proves: 'gRPC calls spread over the pods (max/min <= 1.5), and a new pod gets >= 15 % within 90 s',
  run: async (stage) => {
    await stage.installed();
    const { load } = await startLoad(stage);
    try {
      return passed([await skewOf(stage, 'crm'), await skewOf(stage, 'auth'), await newcomer(stage)].join(', '));
    } finally {
      await load.end();
      await stage.kubectl.run(['scale', 'deployment', `${release}-crm`, '--replicas=2']);
    }
  },
};
