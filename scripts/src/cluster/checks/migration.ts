import { demand, passed, type ClusterCheck } from '../check.js';
import { loseNothing } from '../load/under-load.js';
import type { Stage } from '../stage.js';
import { podsOf } from '../tools/pods.js';

const tag = 'suite-migrated';
const migration = '20991231000000_suite';
const sql = 'ALTER TABLE crm.contact ADD COLUMN suite_note text;\nCREATE INDEX suite_note ON crm.contact (suite_note) WHERE suite_note IS NOT NULL;\n';

/** A next release: a migration more, and code that does not start without it. */
async function makeRelease(stage: Stage): Promise<void> {
  await stage.images.derive('ops', tag, [`COPY ${migration} services/crm/prisma/migrations/${migration}`], { [`${migration}/migration.sql`]: sql });
  const needs = `s/NEEDED_MIGRATION = '[^']*'/NEEDED_MIGRATION = '${migration}'/`;
  await stage.images.derive('crm', tag, ['USER 0', `RUN sed -i "${needs}" dist/config.js && grep -q ${migration} dist/config.js`, 'USER 10001:10001']);
}

/** The Job migrates while the old pods serve; the new ones wait for it; after a rollback the old ones serve on the newer tables. */
export const migrationCheck: ClusterCheck = {
  name: '2-migration',
  proves: 'an upgrade with a migration, and the way back to the old code on the new tables, lose no request',
  run: async (stage) => {
    await stage.installed();
    await makeRelease(stage);
    const before = (await stage.helm.history()).at(-1)!.revision;
    return passed(
      await loseNothing(stage, async () => {
        await stage.helm.upgrade(await stage.values({ 'ops.image.tag': tag, 'crm.image.tag': tag }));
        await stage.kubectl.settled(120);
        const pods = await podsOf(stage.kubectl, 'crm');
        demand(pods.every(({ spec }) => spec.containers[0]!.image.endsWith(`:${tag}`)), 'The new release does not run.');
        await stage.helm.rollback(before);
        await stage.kubectl.settled(120);
        return `migrated, and back to revision ${before}`;
      }),
    );
  },
};
