import { demand, passed, type ClusterCheck } from '../check.js';
import { componentOf, isReady, podsOf, services } from '../tools/pods.js';

/** From an empty namespace to every pod ready, two of each service. */
export const installCheck: ClusterCheck = {
  name: '1-install',
  proves: 'from nothing to all ready, two replicas each',
  run: async (stage) => {
    await stage.prepareImages();
    const from = performance.now();
    await stage.installFromNothing();
    await stage.kubectl.settled(120);
    const seconds = Math.round((performance.now() - from) / 1000);
    const pods = await podsOf(stage.kubectl);
    const unready = pods.filter((pod) => !isReady(pod)).map(({ metadata }) => metadata.name);
    demand(unready.length === 0, `Not ready: ${unready.join(', ')}`);
    for (const service of services) demand(pods.filter((pod) => componentOf(pod) === service).length === 2, `There are not two pods of ${service}.`);
    return passed(`${pods.length} pods ready after ${seconds} s`);
  },
};

export const helmTestCheck: ClusterCheck = {
  name: '1-helm-test',
  proves: 'the tests that come with the chart are green',
  run: async (stage) => {
    await stage.installed();
    await stage.helm.test();
    return passed();
  },
};
