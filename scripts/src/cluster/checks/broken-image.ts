import { demand, passed, type ClusterCheck } from '../check.js';
import { firstTag } from '../images.js';
import { loseNothing } from '../load/under-load.js';
import { isReady, podsOf } from '../tools/pods.js';

const brokenTag = 'suite-broken';

/** A release that cannot start is taken back by helm itself, and people notice nothing. */
export const brokenImageCheck: ClusterCheck = {
  name: '2-broken-image',
  proves: 'an upgrade to an image that does not start ends rolled back, with the old one serving',
  run: async (stage) => {
    await stage.installed();
    await stage.images.derive('crm', brokenTag, ['ENTRYPOINT ["node", "-e", "process.exit(1)"]']);
    return passed(
      await loseNothing(stage, async () => {
        const { code } = await stage.helm.attemptUpgrade(await stage.values({ 'crm.image.tag': brokenTag }), 60);
        demand(code !== 0, 'The upgrade to an image that cannot start was called a success.');
        const last = (await stage.helm.history()).at(-1);
        demand(last?.status === 'deployed' && /^Rollback/.test(last.description), `The last revision is "${last?.description}", ${last?.status}.`);
        const pods = await podsOf(stage.kubectl, 'crm');
        demand(pods.length === 2 && pods.every((pod) => isReady(pod) && pod.spec.containers[0]!.image.endsWith(`:${firstTag}`)), 'The old image does not serve with two pods.');
        return last.description;
      }),
    );
  },
};
