import { parseArgs } from 'node:util';
import { findCopy, type Copy } from '../backup/copies.js';
import { fetchCopy } from '../backup/fetch-copy.js';
import { Journal } from '../backup/journal.js';
import { report } from '../backup/report.js';
import { dropDatabase } from '../backup/restore-into.js';
import { restore as putBack } from '../backup/restore.js';
import { readSettings } from '../backup/settings.js';
import { changeUrl } from '../database/connection.js';
import { defaultDatabase } from '../database/prepare.js';
import { PlainError } from '../terminal/plain-error.js';
import { superuserUrl } from './target.js';

export const copyOptions = { folder: { type: 'string' }, 'from-store': { type: 'boolean' }, identity: { type: 'string' } } as const;

/** The copy that is meant: in the folder, or fetched from the object store. */
export function chooseCopy(name: string | undefined, values: { folder?: string; 'from-store'?: boolean; identity?: string }): Copy | Promise<Copy> {
  const settings = { ...readSettings(), ...(values.folder !== undefined && { folder: values.folder }) };
  return values['from-store'] ? fetchCopy(name, settings, values.identity) : findCopy(settings.folder, name);
}

/** `crmctl restore [NAME] [--confirm DATABASE] [--replace] [--drop-old]` and `crmctl restore drop-old DATABASE`. */
export async function restore(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true,
    options: { ...copyOptions, confirm: { type: 'string' }, replace: { type: 'boolean', default: false }, 'drop-old': { type: 'boolean', default: false }, target: { type: 'string' } },
  });
  const url = superuserUrl();
  if (positionals[0] === 'drop-old') return dropOld(url, positionals[1]);
  const target = values.target ?? databaseOf(url);
  const copy = await chooseCopy(positionals[0], values);
  const { replace } = values;
  await putBack({ adminUrl: url, target, copy, confirm: values.confirm ?? (process.env['RESTORE_CONFIRM'] || undefined), replace, dropOld: values['drop-old'], journal: new Journal() });
  // What the restored database knows of backups is older than the backup that it came from.
  await report(changeUrl(url, { database: target }), 'backup', new Date(copy.manifest.takenAt));
  return 0;
}

async function dropOld(url: string, database: string | undefined): Promise<number> {
  if (database === undefined || !/_before_\d{14}$/.test(database)) throw new PlainError('Name a database that a restore has kept: its name ends in _before_ and a time.');
  await dropDatabase(changeUrl(url, { database: 'postgres' }), database);
  process.stdout.write(`Dropped ${database}.\n`);
  return 0;
}

function databaseOf(url: string): string {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  return name === '' || name === 'postgres' ? defaultDatabase : name;
}
