import { installTools } from '../../../delivery/tools/install.js';
import { findExecutable } from '../../../processes/find-executable.js';
import { demand, passed, skipped, type ClusterCheck, type Finding } from '../../check.js';
import { execute } from '../../../terminal/program.js';

/** These are there within seconds, so nobody has to install them. */
const quicklyMade = ['hadolint', 'shellcheck'];

/** A check that needs programs but no cluster; without one of them it says which, and fails in a pipeline. */
export function toolCheck(name: string, proves: string, programs: readonly string[], work: () => Promise<Finding>): ClusterCheck {
  return {
    name,
    proves,
    run: async () => {
      // Without Python it stays missing, and is named below.
      await installTools(programs.filter((program) => quicklyMade.includes(program))).catch(() => undefined);
      const missing = programs.filter((program) => findExecutable([program]) === null);
      if (missing.length === 0) return work();
      const said = `${missing.join(', ')} not installed here`;
      demand(process.env['CI'] !== 'true', said);
      return skipped(said);
    },
  };
}

/** Each call has to end well; what one says that does not is the failure. */
export async function allSucceed(calls: readonly { program: string; args: readonly string[]; input?: string }[], counted: string): Promise<Finding> {
  demand(calls.length > 0, `There are no ${counted}.`);
  for (const { program, args, input } of calls) {
    const { code, stdout, stderr } = await execute(program, args, input === undefined ? {} : { input });
    demand(code === 0, `${program} ${args.at(-1) ?? ''}: ${`${stdout}\n${stderr}`.trim().slice(-1500)}`);
  }
  return passed(`${calls.length} ${counted}`);
}
