import { parseArgs } from 'node:util';
import { PlainError } from '../terminal/plain-error.js';
import { runCommand } from '../terminal/run-command.js';
import { describeChain, verifyAllChains } from './audit.js';
import { migrate } from './migrate.js';
import { superuserUrl } from './target.js';

/** Work on a running system from the command line. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { schema: { type: 'string' } } });
  const [topic, verb, name] = positionals;
  if (topic === 'migrate') return migrate(verb, name, values.schema);
  if (topic === 'audit' && verb === 'verify') return verifyAudit();
  throw new PlainError(`There is no "${positionals.join(' ')}". See npm run crmctl -- --help.`);
}

async function verifyAudit(): Promise<number> {
  const reports = await verifyAllChains(superuserUrl());
  for (const report of reports) process.stdout.write(`${describeChain(report)}\n`);
  const broken = reports.filter(({ problem }) => problem !== undefined).length;
  process.stdout.write(broken === 0 ? `All ${reports.length} audit chains are intact.\n` : `${broken} of ${reports.length} audit chains are broken.\n`);
  return broken === 0 ? 0 : 2;
}

await runCommand(main);
