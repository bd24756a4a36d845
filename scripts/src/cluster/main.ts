import { PlainError } from '../terminal/plain-error.js';
import { runCommand } from '../terminal/run-command.js';
import { clusterChecks } from './checks/checks.js';
import { listOf, wantedChecks } from './options.js';
import { countsOf, exitCodeOf, runAndKeep } from './run.js';
import { Stage } from './stage.js';
import { TestBed } from './test-bed.js';

/** `npm run test:cluster`: what the chart promises, seen on a real Kubernetes. */
async function main(args: string[]): Promise<number> {
  if (args.includes('--list')) {
    process.stdout.write(listOf(clusterChecks));
    return 0;
  }
  const wanted = wantedChecks(args, clusterChecks);
  const bed = TestBed.fromEnvironment();
  await bed?.start();
  if (!process.env['KUBECONFIG']) throw new PlainError('KUBECONFIG has to name a cluster for tests: see docs/operations/cluster-tests.md.');
  const totals = await runAndKeep(wanted, new Stage(bed));
  process.stdout.write(countsOf(totals));
  return exitCodeOf(totals);
}

await runCommand(main);
