import { checksOfFiles } from '../cluster/checks/checks.js';
import { runAndKeep } from '../cluster/run.js';
import { Stage } from '../cluster/stage.js';
import { TestBed } from '../cluster/test-bed.js';
import { timed, type SuiteGroup } from './suite.js';

/** Chart, alerts, Dockerfiles and shell scripts, by the programs that are installed; a check whose program is missing counts as skipped and says which. */
export const chartSuite: SuiteGroup = {
  suites: ['chart'],
  run: async () => {
    const { result, milliseconds } = await timed(() => runAndKeep(checksOfFiles, new Stage(TestBed.fromEnvironment())));
    return [{ suite: 'chart', ...result, milliseconds }];
  },
};
