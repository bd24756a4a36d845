import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The unprivileged user that PostgreSQL gets when we are root: it refuses to run as uid 0. */
const nobody = { uid: 65534, gid: 65534 };

export function postgresUser(): { uid: number; gid: number } | undefined {
  return process.getuid?.() === 0 ? nobody : undefined;
}

/** True when every folder on the way may be entered by anybody, so also by nobody. */
export function reachableByNobody(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (stat && (stat.mode & 0o001) === 0 && stat.uid !== nobody.uid) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** A folder that survives a restart of the machine where the system has one (/var/tmp), and is open to nobody. */
export function folderOutsideClone(clone: string): string {
  const hash = crypto.createHash('sha256').update(path.resolve(clone)).digest('hex').slice(0, 12);
  const base = fs.existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir();
  return path.join(base, `crm-vision-${hash}`);
}

/**
 * Where the files of PostgreSQL live: in the clone's data folder, or, for root with a clone that nobody cannot enter
 * (below /root, say), in a folder outside of it that is named by the clone's path.
 */
export function postgresFolder(clone: string, dataFolder: string): string {
  const inside = path.join(dataFolder, 'postgres');
  if (postgresUser() === undefined || reachableByNobody(path.dirname(path.resolve(dataFolder)))) return inside;
  return path.join(folderOutsideClone(clone), 'postgres');
}
