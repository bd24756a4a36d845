import { parseArgs } from 'node:util';
import { PlainError } from '../terminal/plain-error.js';
import { runCommand } from '../terminal/run-command.js';
import { describeChain, verifyAllChains } from './audit.js';
import { backup } from './backup.js';
import { drill, schedule, verify } from './check-backups.js';
import { prepare } from './database.js';
import { migrate } from './migrate.js';
import { preflight } from './preflight.js';
import { quota } from './quota.js';
import { readiness } from './readiness.js';
import { restore } from './restore.js';
import { secrets } from './secrets.js';
import { smoke } from './smoke.js';
import { superuserUrl } from './target.js';

type Topic = (args: string[]) => number | Promise<number>;

const topics: Record<string, Topic> = { migrate: migrations, audit, quota, database, preflight, backup, restore, verify, drill, schedule, secrets, smoke, readiness };

/** Work on a running system from the command line. */
async function main([name = '', ...args]: string[]): Promise<number> {
  const topic = Object.hasOwn(topics, name) ? topics[name] : undefined;
  if (!topic) throw new PlainError(`There is no "${[name, ...args].join(' ')}". See npm run crmctl -- --help.`);
  try {
    return await topic(args);
  } catch (error) {
    // A wrong option, in the words of Node.
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS_')) throw new PlainError(`${(error as Error).message}. See npm run crmctl -- --help.`, { cause: error });
    throw error;
  }
}

const waiting = { type: 'string', default: '0' } as const;

function migrations(args: string[]): Promise<number> {
  const { values, positionals: [verb, name] } = parseArgs({ args, allowPositionals: true, options: { schema: { type: 'string' }, wait: waiting } });
  return migrate(verb, name, { only: values.schema, waitSeconds: secondsOf(values.wait) });
}

function database(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { wait: waiting } });
  if (positionals.join(' ') !== 'prepare') throw new PlainError(`There is no "database ${positionals.join(' ')}". See npm run crmctl -- --help.`);
  return prepare(secondsOf(values.wait));
}

function secondsOf(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new PlainError(`--wait takes seconds, such as 300, and not "${text}".`);
  return Number(text);
}

async function audit(args: string[]): Promise<number> {
  if (args.join(' ') !== 'verify') throw new PlainError(`There is no "audit ${args.join(' ')}". See npm run crmctl -- --help.`);
  const reports = await verifyAllChains(superuserUrl());
  for (const report of reports) process.stdout.write(`${describeChain(report)}\n`);
  const broken = reports.filter(({ problem }) => problem !== undefined).length;
  process.stdout.write(broken === 0 ? `All ${reports.length} audit chains are intact.\n` : `${broken} of ${reports.length} audit chains are broken.\n`);
  return broken === 0 ? 0 : 2;
}

await runCommand(main);
