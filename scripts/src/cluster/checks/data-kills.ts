import { setTimeout as delay } from 'node:timers/promises';
import { demand, passed, skipped, type ClusterCheck } from '../check.js';
import { startLoad } from '../load/under-load.js';
import { figuresOf, recoveryAfter } from '../load/tally.js';
import type { Visitor } from '../load/visitor.js';
import { readyAgain } from '../tools/evict.js';
import { killProcesses } from '../tools/kill.js';
import { podsOf } from '../tools/pods.js';

/** Everything that was acknowledged is there. */
async function nothingLost(people: readonly Visitor[], known: readonly number[]): Promise<number> {
  let checked = 0;
  for (const [index, { client, contactIds }] of people.entries()) {
    for (const id of contactIds.slice(known[index])) {
      await client.call('GET', `/api/v1/contacts/${id}`);
      checked += 1;
    }
  }
  return checked;
}

export const databaseKillCheck: ClusterCheck = {
  name: '3-database-kill',
  proves: 'PostgreSQL killed: errors end within 10 s of its restart, and nothing acknowledged is lost',
  run: async (stage) => {
    await stage.installed();
    const [pod] = await podsOf(stage.kubectl, 'postgresql');
    if (!pod) return skipped('the database is not in this release');
    const { load, people } = await startLoad(stage);
    const known = people.map(({ contactIds }) => contactIds.length);
    await delay(5000);
    const killedAt = load.tally.now();
    await killProcesses(stage.kubectl, pod);
    await delay(2000);
    await readyAgain(stage.kubectl, 'postgresql', 1, 180_000);
    const readyAt = load.tally.now();
    await delay(20_000);
    const report = await load.end();
    const late = recoveryAfter(report.failures, readyAt);
    demand(late <= 10_000, `Requests failed up to ${Math.round(late / 1000)} s after the database was ready again: ${figuresOf(report)}`);
    const checked = await nothingLost(people, known);
    const restart = ((readyAt - killedAt) / 1000).toFixed(1);
    return passed(`ready after ${restart} s, last error ${(recoveryAfter(report.failures, killedAt) / 1000).toFixed(1)} s after the kill, ${checked} of ${checked} acknowledged contacts there; ${figuresOf(report)}`);
  },
};

export const redisKillCheck: ClusterCheck = {
  name: '3-redis-kill',
  proves: 'Redis killed: no request fails',
  run: async (stage) => {
    await stage.installed();
    const [pod] = await podsOf(stage.kubectl, 'redis');
    if (!pod) return skipped('Redis is not in this release');
    const { load } = await startLoad(stage);
    await delay(5000);
    await killProcesses(stage.kubectl, pod);
    await delay(2000);
    await readyAgain(stage.kubectl, 'redis', 1, 120_000);
    await delay(10_000);
    const report = await load.end();
    demand(report.failures.length === 0, figuresOf(report));
    return passed(figuresOf(report));
  },
};
