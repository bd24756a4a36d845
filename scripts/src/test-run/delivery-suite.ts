import type { Check } from '../checks/check.js';
import { runChecks } from '../checks/run-checks.js';
import { installTools } from '../delivery/tools/install.js';
import { PlainError } from '../terminal/plain-error.js';
import { runProgram } from '../terminal/run-tool.js';
import type { SuiteGroup } from './suite.js';

/** A pinned program that looks at files of the clone. Where it cannot be made the check is skipped by name; in a pipeline that is a failure. */
export function pinnedCheck(name: string, program: string, args: string[], environment: NodeJS.ProcessEnv = process.env): Check {
  return {
    name,
    run: async () => {
      try {
        await installTools([program]);
      } catch (error) {
        if (!(error instanceof PlainError)) throw error;
        return { state: environment['CI'] === 'true' ? 'failed' : 'skipped', output: error.message };
      }
      const { code, output } = await runProgram(program, args);
      return { state: code === 0 ? 'passed' : 'failed', output };
    },
  };
}

const checks: Check[] = [
  pinnedCheck('workflows are well formed (actionlint)', 'actionlint', ['-shellcheck=', '-pyflakes=']),
  pinnedCheck('workflows are safe (zizmor)', 'zizmor', ['--offline', '--no-progress', '.github']),
];

export const deliverySuite: SuiteGroup = { suites: ['delivery'], run: async () => [{ ...(await runChecks(checks)), suite: 'delivery' }] };
