import { setTimeout as delay } from 'node:timers/promises';
import { pollUntil } from '../../processes/poll.js';
import { demand, passed, type ClusterCheck } from '../check.js';
import type { Load } from '../load/load.js';
import { startLoad } from '../load/under-load.js';
import { kindsOf, type Failure } from '../load/tally.js';
import { release, type Stage } from '../stage.js';
import { readyAgain } from '../tools/evict.js';
import { killProcesses } from '../tools/kill.js';
import { callsServed } from '../tools/metrics.js';
import type { Pod } from '../tools/pods.js';

const victims = ['gateway', 'auth', 'crm', 'crm-worker'] as const;
const called: ReadonlySet<string> = new Set(['auth', 'crm']);
const rounds = 5;
const recoveredWithin = 5000;

interface Kill {
  component: string;
  at: number;
}

/**
 * The other pod has its share of the calls: one that was away comes back to its callers when they ask the name server again, within 70 s.
 * Killing it before that would be the loss of both at once.
 */
async function serves(stage: Stage, pod: Pod): Promise<void> {
  const rises = async (): Promise<boolean> => {
    const before = await callsServed(stage.kubectl, [pod]);
    await delay(1000);
    return (await callsServed(stage.kubectl, [pod])).get(pod.metadata.name)! > before.get(pod.metadata.name)!;
  };
  demand((await pollUntil(rises, { within: 100_000, every: 500 })) !== null, `${pod.metadata.name} is ready and gets no calls.`);
}

/** One pod of the component, both being ready before; what fails in the next seconds is its doing. */
async function kill(stage: Stage, load: Load, component: string, round: number): Promise<Kill> {
  const pods = (await readyAgain(stage.kubectl, component, 2, 240_000)).toSorted((a, b) => a.metadata.name.localeCompare(b.metadata.name));
  const [victim, other] = round % 2 === 0 ? [pods[0]!, pods[1]!] : [pods[1]!, pods[0]!];
  if (called.has(component)) await serves(stage, other);
  const at = load.tally.now();
  await killProcesses(stage.kubectl, victim);
  await delay(recoveredWithin + 1500);
  return { component, at };
}

/** Failures that follow each kill, until the next one. */
export function afterEach(kills: readonly Kill[], failures: readonly Failure[]): { component: string; failed: number; recovered: number }[] {
  return kills.map(({ component, at }, index) => {
    const until = kills[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const own = failures.filter((failure) => failure.at >= at && failure.at < until);
    return { component, failed: own.length, recovered: own.length === 0 ? 0 : own.at(-1)!.at - at };
  });
}

export const killsCheck: ClusterCheck = {
  name: '3-kills',
  proves: 'kill -9 of each process, five times: only calls in flight fail, for less than 5 s',
  run: async (stage) => {
    await stage.installed();
    const { load } = await startLoad(stage);
    const kills: Kill[] = [];
    for (let round = 0; round < rounds; round += 1) for (const component of victims) kills.push(await kill(stage, load, component, round));
    const { sent, failures } = await load.end();
    const each = afterEach(kills, failures);
    const slowest = Math.max(...each.map(({ recovered }) => recovered));
    const figures = victims.map((component) => `${component} ${each.filter((kill) => kill.component === component).map(({ failed }) => failed).join('/')}`).join(', ');
    // Pods that were killed often are started late; new ones carry no such memory into the next check.
    await stage.kubectl.run(['rollout', 'restart', ...victims.map((component) => `deployment/${release}-${component}`)]);
    await stage.kubectl.settled(180);
    demand(slowest < recoveredWithin, `Requests failed up to ${Math.round(slowest)} ms after a kill (failed: ${figures}): ${kindsOf(failures)}`);
    return passed(`failed per kill: ${figures} of ${sent}, the last ${Math.round(slowest)} ms after its kill`);
  },
};
