import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from '../terminal/plain-error.js';
import { parseManifest, type Manifest } from './manifest.js';

/** A finished backup in a folder. */
export interface Copy {
  name: string;
  folder: string;
  /** Path of the dump. */
  file: string;
  manifest: Manifest;
}

export const manifestSuffix = '.manifest.json';
const unfinishedSuffix = '.partial';

export const unfinished = (file: string): string => `${file}${unfinishedSuffix}`;
const manifestPath = (folder: string, name: string): string => path.join(folder, `${name}${manifestSuffix}`);

/** Database and time: sorted by name they are sorted by age. */
export function copyName(database: string, takenAt: Date, folder: string): string {
  for (let second = 0; ; second += 1) {
    const stamp = new Date(takenAt.getTime() + second * 1000).toISOString().replace(/[-:]|\.\d+/g, '');
    const name = `${database.replace(/[^\w-]/g, '_')}-${stamp}`;
    if (!fs.existsSync(manifestPath(folder, name))) return name;
  }
}

/** Newest first. A manifest that cannot be read makes no copy: it is named by `crmctl verify`. */
export function listCopies(folder: string, database?: string): Copy[] {
  return manifestNames(folder).flatMap((name) => {
    try {
      const copy = readCopy(folder, name);
      return database === undefined || copy.manifest.database === database ? [copy] : [];
    } catch {
      return [];
    }
  }).sort((a, b) => b.manifest.takenAt.localeCompare(a.manifest.takenAt));
}

export function manifestNames(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).filter((file) => file.endsWith(manifestSuffix)).map((file) => file.slice(0, -manifestSuffix.length));
}

export function readCopy(folder: string, name: string): Copy {
  const where = manifestPath(folder, name);
  if (!fs.existsSync(where)) throw new PlainError(`${where} is missing: without it nobody can say whether the backup is whole, use another one.`);
  const manifest = parseManifest(fs.readFileSync(where, 'utf8'), where);
  return { name, folder, file: path.join(folder, manifest.file), manifest };
}

/** The copy that a person named by its name, its dump or its manifest; the newest when nothing was said. */
export function findCopy(folder: string, named: string | undefined): Copy {
  if (named === undefined) {
    const [newest] = listCopies(folder);
    if (!newest) throw new PlainError(`There is no backup in ${folder}: make one with crmctl backup, or name the folder with --folder.`);
    return newest;
  }
  const base = path.basename(named).replace(new RegExp(`(${manifestSuffix.replaceAll('.', '\\.')}|\\.dump|\\.copy\\.gz)$`), '');
  return readCopy(named.includes(path.sep) || named.includes('/') ? path.resolve(path.dirname(named)) : folder, base);
}

/** The copy appears with its manifest, which comes last: who sees it sees a whole one. */
export function publish(folder: string, manifest: Manifest): Copy {
  const file = path.join(folder, manifest.file);
  syncToDisk(unfinished(file));
  fs.renameSync(unfinished(file), file);
  saveManifest(folder, manifest);
  return { name: manifest.name, folder, file, manifest };
}

export function saveManifest(folder: string, manifest: Manifest): void {
  const where = manifestPath(folder, manifest.name);
  fs.writeFileSync(unfinished(where), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  syncToDisk(unfinished(where));
  fs.renameSync(unfinished(where), where);
}

/** The manifest goes first, so that what is left of a deletion that is broken off does not look good. */
export function deleteCopy({ folder, name, file }: Pick<Copy, 'folder' | 'name' | 'file'>): void {
  for (const each of [manifestPath(folder, name), file]) fs.rmSync(each, { force: true });
}

/** What killed runs left: nobody else writes while we hold the lock of the database. */
export function clearUnfinished(folder: string, database: string): void {
  for (const file of fs.readdirSync(folder)) {
    if (file.endsWith(unfinishedSuffix) && file.startsWith(`${database}-`)) fs.rmSync(path.join(folder, file), { force: true });
  }
}

function syncToDisk(file: string): void {
  const handle = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
