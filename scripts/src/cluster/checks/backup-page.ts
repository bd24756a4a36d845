import { shellBlocks } from '../../docs/shell-blocks.js';
import { demand, passed, type ClusterCheck } from '../check.js';
import { forgetVisitors } from '../load/under-load.js';
import { release } from '../stage.js';
import { execute } from '../../terminal/program.js';

const page = 'docs/operations/backup.md';

export const backupPageCheck: ClusterCheck = {
  name: '5-backup-page',
  proves: `every block of ${page} that is for a cluster does what it says`,
  run: async (stage) => {
    await stage.installed();
    const { kubectl } = stage;
    await kubectl.attempt(['delete', 'job', 'backup-now', 'verify-now', 'drill-now', 'restore-now', '--ignore-not-found', '--timeout=60s']);
    const blocks = shellBlocks(page).filter((block) => block.includes('kubectl'));
    let said = '';
    for (const block of blocks) {
      const { code, stdout, stderr } = await execute('sh', ['-euc', block.replaceAll(`-n ${release} `, `-n ${kubectl.namespace} `)]);
      demand(code === 0, `"${block.split('\n')[0]!} ..." ended with ${code}: ${`${stdout}\n${stderr}`.trim().slice(-800)}`);
      said += stdout;
    }
    forgetVisitors();
    const events = ['backup.end', 'drill.end', 'restore.end'].filter((event) => !said.includes(`"event":"${event}"`));
    demand(events.length === 0, `The jobs did not say ${events.join(', ')}: ${said.slice(-800)}`);
    const [, kept] = /drop-old (\w+_before_\d{14})/.exec(said) ?? [];
    demand(kept !== undefined, 'The restore did not say where the old database is kept.');
    await kubectl.run(['exec', `${release}-postgresql-0`, '--', 'psql', '-U', 'postgres', '-qc', `DROP DATABASE ${kept} WITH (FORCE)`]);
    return passed(`${blocks.length} blocks`);
  },
};
