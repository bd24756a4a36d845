import { parseArgs } from 'node:util';
import { PlainError } from '../terminal/plain-error.js';
import { runCommand } from '../terminal/run-command.js';
import { describeChain, verifyAllChains } from './audit.js';
import { prepare } from './database.js';
import { migrate } from './migrate.js';
import { superuserUrl } from './target.js';

/** Work on a running system from the command line. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { schema: { type: 'string' }, wait: { type: 'string', default: '0' } } });
  const [topic, verb, name] = positionals;
  if (topic === 'migrate') return migrate(verb, name, { only: values.schema, waitSeconds: secondsOf(values.wait) });
  if (topic === 'database' && verb === 'prepare') return prepare(secondsOf(values.wait));
  if (topic === 'audit' && verb === 'verify') return verifyAudit();
  throw new PlainError(`There is no "${positionals.join(' ')}". See npm run crmctl -- --help.`);
}

function secondsOf(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new PlainError(`--wait takes seconds, such as 300, and not "${text}".`);
  return Number(text);
}

async function verifyAudit(): Promise<number> {
  const reports = await verifyAllChains(superuserUrl());
  for (const report of reports) process.stdout.write(`${describeChain(report)}\n`);
  const broken = reports.filter(({ problem }) => problem !== undefined).length;
  process.stdout.write(broken === 0 ? `All ${reports.length} audit chains are intact.\n` : `${broken} of ${reports.length} audit chains are broken.\n`);
  return broken === 0 ? 0 : 2;
}

await runCommand(main);
