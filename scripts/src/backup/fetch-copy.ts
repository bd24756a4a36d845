import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from '../terminal/plain-error.js';
import { manifestSuffix, readCopy, saveManifest, unfinished, type Copy } from './copies.js';
import { decryptFile } from './encryption.js';
import { parseManifest, type Manifest } from './manifest.js';
import { ObjectStore } from './object-store.js';
import type { BackupSettings } from './settings.js';
import { verifyBytes } from './verify.js';

/** Brings a copy from the object store back into the folder: the named one, or the newest. */
export async function fetchCopy(name: string | undefined, { store: settings, folder }: BackupSettings, identityFile: string | undefined): Promise<Copy> {
  if (!settings) throw new PlainError('There is no object store to fetch from: set BACKUP_S3_URL and its keys.');
  const store = new ObjectStore(settings);
  const manifestName = name === undefined ? await newestIn(store) : `${name}${manifestSuffix}`;
  const manifest = parseManifest(await store.read(manifestName), manifestName);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = unfinished(path.join(folder, manifest.file));
  try {
    await download(store, manifest, aside, identityFile);
    await verifyBytes(aside, manifest);
    fs.renameSync(aside, path.join(folder, manifest.file));
  } finally {
    for (const file of [aside, `${aside}.age`]) fs.rmSync(file, { force: true });
  }
  saveManifest(folder, manifest);
  return readCopy(folder, manifest.name);
}

/** Names end in the time: what begins alike is sorted by it. */
async function newestIn(store: ObjectStore): Promise<string> {
  const stampOf = (name: string): string => name.slice(-(manifestSuffix.length + 16));
  const newest = (await store.list()).filter((name) => name.endsWith(manifestSuffix)).sort((a, b) => stampOf(a).localeCompare(stampOf(b))).at(-1);
  if (newest === undefined) throw new PlainError('The object store has no backup.');
  return newest;
}

async function download(store: ObjectStore, { name, file, encrypted }: Manifest, to: string, identityFile: string | undefined): Promise<void> {
  if (!encrypted) return store.download(file, to);
  if (identityFile === undefined) throw new PlainError(`${name} is encrypted: give the file with the age identity with --identity FILE.`);
  await store.download(encrypted.file, `${to}.age`);
  await verifyBytes(`${to}.age`, encrypted);
  await decryptFile(`${to}.age`, to, identityFile);
}
