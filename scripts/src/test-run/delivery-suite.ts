import type { Check, Outcome } from '../checks/check.js';
import { runAndKeep } from '../checks/run-checks.js';
import { rehearsals } from '../delivery/rehearsal/rehearsals.js';
import { faultsOf } from '../delivery/rehearsal/rehearse.js';
import { installTools } from '../delivery/tools/install.js';
import { PlainError } from '../terminal/plain-error.js';
import { runProgram } from '../terminal/run-tool.js';
import type { SuiteGroup } from './suite.js';

/** A check by a pinned program. Where that cannot be made the check is skipped by name; in a pipeline that is a failure. */
export function checkWith(program: string, name: string, look: () => Promise<Outcome>, environment: NodeJS.ProcessEnv = process.env): Check {
  return {
    name,
    run: async () => {
      try {
        await installTools([program]);
      } catch (error) {
        if (!(error instanceof PlainError)) throw error;
        return { state: environment['CI'] === 'true' ? 'failed' : 'skipped', output: error.message };
      }
      return look();
    },
  };
}

const linter = (name: string, program: string, args: string[]): Check =>
  checkWith(program, name, async () => {
    const { code, output } = await runProgram(program, args);
    return { state: code === 0 ? 'passed' : 'failed', output };
  });

export const deliveryChecks: Check[] = [
  linter('workflows are well formed (actionlint)', 'actionlint', ['-shellcheck=', '-pyflakes=']),
  linter('workflows are safe (zizmor)', 'zizmor', ['--offline', '--no-progress', '.github']),
  ...rehearsals.map((rehearsal) =>
    checkWith('act', `${rehearsal.workflow}: ${rehearsal.name}`, async () => {
      const faults = await faultsOf(rehearsal);
      return { state: faults.length === 0 ? 'passed' : 'failed', output: faults.join('\n') };
    }),
  ),
];

export const deliverySuite: SuiteGroup = { suites: ['delivery'], run: async () => [{ ...(await runAndKeep(deliveryChecks)), suite: 'delivery' }] };
