import { checks } from '../checks/checks.js';
import { runChecks } from '../checks/run-checks.js';
import { runCommand } from '../terminal/run-command.js';

/** The static checks of `npm test` alone. */
async function main(): Promise<number> {
  const { failed } = await runChecks(checks);
  return failed === 0 ? 0 : 1;
}

await runCommand(main);
