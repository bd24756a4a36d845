import { pollUntil } from '../../processes/poll.js';
import { demand, passed, type ClusterCheck } from '../check.js';
import { loseNothing } from '../load/under-load.js';
import { release, type Stage } from '../stage.js';
import { readyAgain } from '../tools/evict.js';

interface Autoscaler {
  status: { currentReplicas: number; desiredReplicas: number };
}

const scaled = ['gateway', 'crm'] as const;

const on = (cpuPercent: number): Record<string, string | number | boolean> =>
  Object.fromEntries(scaled.flatMap((name) => Object.entries({ enabled: true, minReplicas: 2, maxReplicas: 3, cpuPercent }).map(([key, value]) => [`${name}.autoscaling.${key}`, value])));

async function waitForReplicas(stage: Stage, component: string, count: number): Promise<void> {
  const reached = await pollUntil(
    async () => (await stage.kubectl.get<Autoscaler>('hpa', `${release}-${component}`)).status.currentReplicas === count,
    { within: 240_000, every: 2000 },
  );
  demand(reached !== null, `The autoscaler of ${component} did not come to ${count} pods.`);
}

/** The window of minutes that keeps a quiet moment from scaling down is shut for the test; the decision is the autoscaler's. */
async function letScaleDown(stage: Stage, component: string): Promise<void> {
  const spec = { behavior: { scaleDown: { stabilizationWindowSeconds: 0, policies: [{ type: 'Pods', value: 4, periodSeconds: 15 }] } }, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 3000 } } }] };
  await stage.kubectl.run(['patch', 'hpa', `${release}-${component}`, '--type=merge', '-p', JSON.stringify({ spec })]);
}

/** Up by the load's own CPU, and down when the goal allows more of it. */
export const autoscalingCheck: ClusterCheck = {
  name: '2-autoscaling',
  proves: 'pods that the autoscaler adds and takes away lose no request',
  run: async (stage) => {
    await stage.installed();
    try {
      const said = await loseNothing(stage, async () => {
        await stage.helm.upgrade(await stage.values(on(10)));
        for (const component of scaled) await waitForReplicas(stage, component, 3);
        for (const component of scaled) await readyAgain(stage.kubectl, component, 3, 120_000);
        for (const component of scaled) await letScaleDown(stage, component);
        for (const component of scaled) await waitForReplicas(stage, component, 2);
        return `${scaled.join(' and ')} 2 -> 3 -> 2 pods`;
      });
      return passed(said);
    } finally {
      await stage.restore();
    }
  },
};
