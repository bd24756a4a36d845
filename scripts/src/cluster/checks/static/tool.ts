import { findExecutable } from '../../../processes/find-executable.js';
import { demand, passed, skipped, type ClusterCheck, type Finding } from '../../check.js';
import { execute } from '../../tools/program.js';

/** A check that needs programs but no cluster; without one of them it says which. */
export function toolCheck(name: string, proves: string, programs: readonly string[], work: () => Promise<Finding>): ClusterCheck {
  return {
    name,
    proves,
    run: async () => {
      const missing = programs.filter((program) => findExecutable([program]) === null);
      return missing.length > 0 ? skipped(`${missing.join(', ')} not installed here`) : work();
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
