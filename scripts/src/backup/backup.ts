import fs from 'node:fs';
import path from 'node:path';
import { sha256Of } from './checksum.js';
import { clearUnfinished, copyName, deleteCopy, listCopies, publish, unfinished, type Copy } from './copies.js';
import { dumpByCopy } from './copy-dump.js';
import { secondsSince, sizeInWords, type Journal } from './journal.js';
import { totalRows, type Manifest } from './manifest.js';
import { chooseMethod, type Method } from './method.js';
import { dumpByClient } from './pg-dump.js';
import { expired } from './retention.js';
import type { Retention } from './settings.js';
import { appliedMigrations, countTables, withSnapshot, type Snapshot } from './snapshot.js';
import { verifyBytes, verifyCopy } from './verify.js';

export interface BackupJob {
  url: string;
  folder: string;
  embedded: boolean;
  /** `pg_dump` or `copy`; undefined: what there is. */
  method: string | undefined;
  journal: Journal;
}

/** Takes a backup beside its place, verifies it, and puts it there: in the folder is a whole and verified copy, or none. */
export async function backUp(job: BackupJob): Promise<Copy> {
  const from = performance.now();
  fs.mkdirSync(job.folder, { recursive: true, mode: 0o700 });
  return withSnapshot(job.url, async (snapshot) => {
    const method = await chooseMethod({ asked: job.method, serverVersion: snapshot.serverVersion, embedded: job.embedded });
    clearUnfinished(job.folder, snapshot.database);
    job.journal.say('backup.start', `Backing up ${snapshot.database} with ${describe(method)} ...`, { database: snapshot.database, method: method.kind, snapshot: snapshot.id, lsn: snapshot.lsn });
    const name = copyName(snapshot.database, snapshot.takenAt, job.folder);
    const file = `${name}.${method.kind === 'copy' ? 'copy.gz' : 'dump'}`;
    const aside = unfinished(path.join(job.folder, file));
    try {
      const manifest = { ...(await dump(job, snapshot, method, aside)), name, file, seconds: secondsSince(from) };
      await verifyCopy({ file: aside, manifest });
      const copy = publish(job.folder, { ...manifest, seconds: secondsSince(from) });
      tell(job.journal, copy);
      return copy;
    } finally {
      fs.rmSync(aside, { force: true });
    }
  });
}

async function dump({ url }: BackupJob, snapshot: Snapshot, method: Method, aside: string): Promise<Omit<Manifest, 'name' | 'file' | 'seconds'>> {
  const [tables, migrations] = method.kind === 'copy'
    ? [await countTables(snapshot.client), await appliedMigrations(snapshot.client), await dumpByCopy(snapshot, aside)]
    : await countBeside(snapshot, dumpByClient(method.client, url, snapshot, aside));
  return {
    format: 1, database: snapshot.database, method: method.kind, takenAt: snapshot.takenAt.toISOString(), lsn: snapshot.lsn, serverVersion: snapshot.serverVersion,
    clientVersion: method.kind === 'copy' ? 'crmctl' : method.client.version, databaseBytes: snapshot.databaseBytes,
    bytes: fs.statSync(aside).size, sha256: await sha256Of(aside), rows: totalRows(tables), tables, migrations,
  };
}

/** Counts while pg_dump works. The snapshot has to stay open until both have ended. */
async function countBeside({ client }: Snapshot, dumped: Promise<void>): Promise<[Record<string, number>, Record<string, string[]>]> {
  const counted = (async (): Promise<[Record<string, number>, Record<string, string[]>]> => [await countTables(client), await appliedMigrations(client)])();
  const [counts, end] = await Promise.allSettled([counted, dumped]);
  if (end.status === 'rejected') throw end.reason;
  if (counts.status === 'rejected') throw counts.reason;
  return counts.value;
}

const describe = (method: Method): string => (method.kind === 'copy' ? `crmctl's own method (${method.reason})` : `pg_dump ${method.client.version}`);

function tell(journal: Journal, { file, manifest }: Copy): void {
  const { bytes, rows, lsn, sha256, seconds, takenAt, method, tables } = manifest;
  journal.say('backup.end', `${file}: ${sizeInWords(bytes)}, ${rows} rows of ${Object.keys(tables).length} tables, verified, in ${seconds} s.`, { file, bytes, rows, lsn, sha256, seconds, takenAt, method });
}

/** Deletes what is too old; only after a backup that was verified. Answers how many good copies there are. */
export async function thinOut(folder: string, database: string, rule: Retention, now: Date, journal: Journal): Promise<number> {
  const copies = listCopies(folder, database);
  const isGood = ({ copy }: { copy: Copy }): Promise<boolean> => verifyBytes(copy.file, copy.manifest).then(() => true, () => false);
  const old = await expired(copies.map((copy) => ({ copy, takenAt: copy.manifest.takenAt })), rule, now, isGood);
  for (const { copy } of old) {
    deleteCopy(copy);
    journal.say('backup.expired', `Deleted ${copy.name}: older than ${rule.days} days.`, { name: copy.name });
  }
  return copies.length - old.length;
}
