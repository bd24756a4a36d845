import path from 'node:path';
import { parseArgs } from 'node:util';
import { manifestNames, readCopy, type Copy } from '../backup/copies.js';
import { drill as tryOut } from '../backup/drill.js';
import { Journal } from '../backup/journal.js';
import { installSchedule, scheduleEntry } from '../backup/schedule.js';
import { readSettings } from '../backup/settings.js';
import { verifyCopy } from '../backup/verify.js';
import { PlainError } from '../terminal/plain-error.js';
import { accountable } from './accountable.js';
import { chooseCopy, copyOptions } from './restore.js';
import { backupUrl, drillUrl } from './target.js';

/** `crmctl verify [NAME | --all]`: without a name the newest. */
export async function verify(args: string[]): Promise<number> {
  const { values, positionals: [name] } = parseArgs({ args, allowPositionals: true, options: { ...copyOptions, all: { type: 'boolean' } } });
  const journal = new Journal();
  return accountable('verify', whereToTell(), journal, async () => {
    if (values.all) await verifyAll(values.folder ?? readSettings().folder, journal);
    else await verifyOne(await chooseCopy(name, values), journal);
    return {};
  });
}

async function verifyOne(copy: Copy, journal: Journal): Promise<void> {
  await verifyCopy(copy);
  const { rows, tables, takenAt } = copy.manifest;
  journal.say('verify.good', `${copy.file} is good: ${rows} rows of ${Object.keys(tables).length} tables as of ${takenAt}.`, { name: copy.name, rows, takenAt });
}

async function verifyAll(folder: string, journal: Journal): Promise<void> {
  const names = manifestNames(folder).sort();
  if (names.length === 0) throw new PlainError(`There is no backup in ${folder}.`);
  let bad = 0;
  for (const name of names) {
    try {
      await verifyOne(readCopy(folder, name), journal);
    } catch (error) {
      bad += 1;
      journal.say('verify.bad', error instanceof Error ? error.message : String(error), { name });
    }
  }
  if (bad > 0) throw new PlainError(`${bad} of ${names.length} backups in ${path.resolve(folder)} are not good.`);
}

/** `crmctl drill [NAME]`: without a name the newest. */
export async function drill(args: string[]): Promise<number> {
  const { values, positionals: [name] } = parseArgs({ args, allowPositionals: true, options: copyOptions });
  const journal = new Journal();
  return accountable('drill', whereToTell(), journal, async () => tryOut(drillUrl(), await chooseCopy(name, values), journal));
}

/** `crmctl schedule [--at HH:MM] [--install]`. */
export function schedule(args: string[]): number {
  const { values } = parseArgs({
    args, options: { at: { type: 'string', default: '02:00' }, print: { type: 'boolean' }, install: { type: 'boolean' }, platform: { type: 'string', default: process.platform } },
  });
  const wanted = { at: values.at, platform: values.platform as NodeJS.Platform };
  process.stdout.write(`${values.install ? installSchedule(wanted) : scheduleEntry(wanted)}\n`);
  return 0;
}

/** A backup can be looked at where no database runs. */
function whereToTell(): string | null {
  try {
    return backupUrl();
  } catch {
    return null;
  }
}
