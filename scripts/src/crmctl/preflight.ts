import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { readSettings } from '../backup/settings.js';
import { preflight as ask } from '../preflight/preflight.js';
import { inRepository } from '../repository.js';
import { PlainError } from '../terminal/plain-error.js';
import { backupUrl, drillUrl } from './target.js';

/** `crmctl preflight`: whether an upgrade to this clone's version may begin. Exit code 2 when something stands in its way. */
export async function preflight(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      folder: { type: 'string' },
      'max-age': { type: 'string', default: '26h' },
      running: { type: 'string' },
      api: { type: 'string' },
      namespace: { type: 'string' },
      release: { type: 'string', default: 'crm' },
    },
  });
  const hours = /^(\d{1,4})h$/.exec(values['max-age'])?.[1];
  if (hours === undefined) throw new PlainError(`--max-age takes hours, such as 26h, and not "${values['max-age']}".`);
  const url = backupUrl();
  const answers = await ask({
    url,
    drillUrl: drillUrl(),
    backupFolder: values.folder ?? readSettings().folder,
    database: new URL(url).pathname.slice(1),
    maxAgeHours: Number(hours),
    running: values.running ?? (values.api === undefined ? null : await versionAt(values.api)),
    next: (JSON.parse(fs.readFileSync(inRepository('package.json'), 'utf8')) as { version: string }).version,
    cluster: values.namespace === undefined ? null : { namespace: values.namespace, release: values.release },
  });
  for (const { question, refusal, seen } of answers) process.stdout.write(`${refusal === null ? 'ok' : 'NO'}  ${question.padEnd(11)} ${refusal ?? seen}\n`);
  const refused = answers.filter(({ refusal }) => refusal !== null).length;
  process.stdout.write(refused === 0 ? 'The upgrade may begin.\n' : `The upgrade may not begin: ${refused} of ${answers.length} answers stand in its way.\n`);
  return refused === 0 ? 0 : 2;
}

async function versionAt(api: string): Promise<string> {
  const response = await fetch(`${api}/api/health`, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
  const said = response?.ok ? ((await response.json()) as { version?: string }).version : undefined;
  if (said === undefined) throw new PlainError(`${api}/api/health does not say which version runs: say it by --running.`);
  return said;
}
