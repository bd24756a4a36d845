import { parseArgs } from 'node:util';
import { backUp, thinOut } from '../backup/backup.js';
import { listCopies } from '../backup/copies.js';
import { makeIdentity } from '../backup/encryption.js';
import { sizeInWords, Journal } from '../backup/journal.js';
import { sendOffSite, thinOutOffSite } from '../backup/off-site.js';
import { report, type Figures } from '../backup/report.js';
import { readSettings } from '../backup/settings.js';
import { PlainError } from '../terminal/plain-error.js';
import { accountable } from './accountable.js';
import { backupUrl, isEmbedded } from './target.js';

/** `crmctl backup [--method pg_dump|copy] [--folder F]`, `crmctl backup list [--since 5m]` and `crmctl backup new-key FILE`. */
export async function backup(args: string[]): Promise<number> {
  const { values, positionals: [verb, file] } = parseArgs({
    args, allowPositionals: true, options: { method: { type: 'string' }, folder: { type: 'string' }, since: { type: 'string' } },
  });
  const settings = { ...readSettings(), ...(values.folder !== undefined && { folder: values.folder }) };
  if (verb === 'list') return list(settings.folder, values.since);
  if (verb === 'new-key') return newKey(file);
  if (verb !== undefined) throw new PlainError(`There is no "backup ${verb}": use backup, backup list or backup new-key.`);
  // What is in a backup is for its owner alone, whichever program writes it.
  process.umask(0o077);
  const journal = new Journal();
  const url = backupUrl();
  return accountable('backup', url, journal, async () => {
    const copy = await backUp({ url, folder: settings.folder, embedded: isEmbedded(), method: values.method, journal });
    const { database, takenAt, seconds, bytes, rows } = copy.manifest;
    const now = new Date();
    const copies: Record<string, number> = { folder: await thinOut(settings.folder, database, settings.retention, now, journal) };
    const figures: Figures = { seconds, bytes, rows, copies };
    // A copy that stays at home is still a backup: it is told before the way out can fail.
    await report(url, 'backup', new Date(takenAt), figures);
    if (settings.store) {
      await sendOffSite(copy, settings, journal);
      copies['s3'] = await thinOutOffSite(database, settings, now, journal);
    }
    return figures;
  });
}

function list(folder: string, since: string | undefined): number {
  const least = since === undefined ? 0 : Date.now() - milliseconds(since);
  for (const { name, manifest } of listCopies(folder).filter((copy) => Date.parse(copy.manifest.takenAt) >= least)) {
    process.stdout.write(`${name}  ${manifest.takenAt}  ${sizeInWords(manifest.bytes)}  ${manifest.rows} rows  ${manifest.method}\n`);
  }
  return 0;
}

async function newKey(file: string | undefined): Promise<number> {
  if (file === undefined) throw new PlainError('Say where the private key goes: crmctl backup new-key FILE.');
  process.stdout.write(`Keep ${file} away from this machine and from the cluster, in two places. The public key, for BACKUP_AGE_RECIPIENTS:\n${await makeIdentity(file)}\n`);
  return 0;
}

function milliseconds(text: string): number {
  const units: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };
  const found = /^(\d+)([smhd])$/.exec(text);
  if (!found) throw new PlainError(`"${text}" is no span of time: write it like 5m, 24h or 7d.`);
  return Number(found[1]) * units[found[2]!]! * 1000;
}

