import { passed, type ClusterCheck } from '../check.js';
import { loseNothing } from '../load/under-load.js';
import { evictAll } from '../tools/evict.js';
import { services } from '../tools/pods.js';

/** As a drain of every node, one after the other. The embedded database is one pod and is not asked to go: check 3 kills it. */
export const evictionCheck: ClusterCheck = {
  name: '2-eviction',
  proves: 'eviction of every pod of every service, within the disruption budgets, loses no request',
  run: async (stage) => {
    await stage.installed();
    return passed(await loseNothing(stage, async () => `${await evictAll(stage.kubectl, services)} pods evicted`));
  },
};
