import { checks } from '../checks/checks.js';
import { runAndKeep } from '../checks/run-checks.js';
import { inRepository } from '../repository.js';
import { PlainError } from '../terminal/plain-error.js';
import { runCommand } from '../terminal/run-command.js';
import { runTool } from '../terminal/run-tool.js';
import { browserSuite } from './browser-suite.js';
import { chartSuite } from './chart-suite.js';
import { deliverySuite } from './delivery-suite.js';
import { faultSuite, jestSuites } from './jest-suites.js';
import { exitCodeOf, summaryOf } from './summary.js';
import type { SuiteGroup, SuiteResult } from './suite.js';

const staticChecks: SuiteGroup = { suites: ['static'], run: async () => [await runAndKeep(checks)] };
const ALL_LOOKS = '--all-looks';

/** These serve or open the built web app. */
const withWebApp = ['faults', 'browser'];

/** Runs every suite, or the named ones, and ends with the table and the counts. `--all-looks`: each journey in the browser at both widths, light and dark. */
async function main(given: string[]): Promise<number> {
  const args = given.filter((arg) => arg !== ALL_LOOKS);
  const groups = [staticChecks, deliverySuite, chartSuite, jestSuites, faultSuite, browserSuite(given.includes(ALL_LOOKS))];
  const known = groups.flatMap((group) => group.suites);
  if (args.includes('--list')) {
    process.stdout.write(`${known.join('\n')}\n`);
    return 0;
  }
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined) throw new PlainError(`There is no suite "${unknown}": use some of ${known.join(', ')}.`);
  const from = performance.now();
  if (args.length > 0 && !args.includes('static') && args.some((suite) => withWebApp.includes(suite))) await buildWebApp();
  const results: SuiteResult[] = [];
  for (const group of groups) {
    const wanted = args.length === 0 ? group.suites : group.suites.filter((suite) => args.includes(suite));
    if (wanted.length > 0) results.push(...(await group.run(wanted)));
  }
  process.stdout.write(summaryOf(results, performance.now() - from));
  return exitCodeOf(results);
}

/** The static checks build it as one of theirs; without them it is built here. */
async function buildWebApp(): Promise<void> {
  const { code, output } = await runTool(['vite', 'build'], { cwd: inRepository('web') });
  if (code !== 0) throw new PlainError(`The web app does not build:\n${output}`);
}

await runCommand(main);
