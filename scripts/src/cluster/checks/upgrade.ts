import { demand, passed, type ClusterCheck } from '../check.js';
import type { ImageName } from '../images.js';
import { loseNothing } from '../load/under-load.js';
import { podsOf } from '../tools/pods.js';
import type { Stage } from '../stage.js';

const secondTag = 'suite-2';
const rolled: ImageName[] = ['gateway', 'auth', 'crm', 'web'];

async function allRun(stage: Stage, tag: string): Promise<void> {
  await stage.kubectl.settled(120);
  for (const component of rolled) {
    const old = (await podsOf(stage.kubectl, component)).filter(({ spec }) => !spec.containers.some(({ image }) => image.endsWith(`:${tag}`)));
    demand(old.length === 0, `Still on another image: ${old.map(({ metadata }) => metadata.name).join(', ')}`);
  }
}

/** Every service on a new image, then back by helm's own rollback. */
export const upgradeCheck: ClusterCheck = {
  name: '2-upgrade',
  proves: 'helm upgrade to new images of all services loses no request',
  run: async (stage) => {
    await stage.installed();
    for (const name of rolled) await stage.images.derive(name, secondTag, [`LABEL org.crm-vision.suite=${secondTag}`]);
    return passed(
      await loseNothing(stage, async () => {
        await stage.helm.upgrade(await stage.values(Object.fromEntries(rolled.map((name) => [`${name}.image.tag`, secondTag]))));
        await allRun(stage, secondTag);
      }),
    );
  },
};

export const rollbackCheck: ClusterCheck = {
  name: '2-rollback',
  proves: 'helm rollback loses no request',
  run: async (stage) => {
    await stage.installed();
    const history = await stage.helm.history();
    const before = history.at(-2);
    demand(before !== undefined, 'There is no revision to go back to: run 2-upgrade first.');
    return passed(
      await loseNothing(stage, async () => {
        await stage.helm.rollback(before.revision);
        await stage.kubectl.settled(120);
        return `back to revision ${before.revision}`;
      }),
    );
  },
};
