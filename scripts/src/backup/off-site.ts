import fs from 'node:fs';
import path from 'node:path';
import { sha256Of } from './checksum.js';
import { manifestSuffix, saveManifest, unfinished, type Copy } from './copies.js';
import { encryptFile } from './encryption.js';
import type { Journal } from './journal.js';
import { parseManifest, type Manifest } from './manifest.js';
import { ObjectStore } from './object-store.js';
import { expired } from './retention.js';
import type { BackupSettings } from './settings.js';

/** Puts the copy into the object store too, encrypted when there are keys for it. The manifest comes last there as well. */
export async function sendOffSite(copy: Copy, { store: settings, recipients, folder }: BackupSettings, journal: Journal): Promise<void> {
  const store = new ObjectStore(settings!);
  const aside = unfinished(path.join(folder, `${copy.manifest.file}.age`));
  try {
    let manifest: Manifest = copy.manifest;
    if (recipients.length > 0) {
      await encryptFile(copy.file, aside, recipients);
      manifest = { ...manifest, encrypted: { file: `${manifest.file}.age`, bytes: fs.statSync(aside).size, sha256: await sha256Of(aside) } };
    }
    saveManifest(folder, manifest);
    await store.upload(manifest.encrypted?.file ?? manifest.file, manifest.encrypted ? aside : copy.file);
    await store.upload(`${copy.name}${manifestSuffix}`, path.join(folder, `${copy.name}${manifestSuffix}`));
    journal.say('backup.sent', `Sent to ${new URL(settings!.url).host}${manifest.encrypted ? ', encrypted' : ''}.`, { store: new URL(settings!.url).host, encrypted: manifest.encrypted !== undefined });
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

/** The same rule as in the folder. A store that locks its objects keeps them longer, which is no failure. */
export async function thinOutOffSite(database: string, { store: settings, retention }: BackupSettings, now: Date, journal: Journal): Promise<number> {
  const store = new ObjectStore(settings!);
  const names = new Set(await store.list());
  const manifests = await Promise.all([...names].filter((name) => name.endsWith(manifestSuffix) && name.startsWith(`${database}-`)).map(async (name) => parseManifest(await store.read(name), name)));
  const copies = manifests.filter(({ file, encrypted }) => names.has(encrypted?.file ?? file));
  const old = await expired(copies, retention, now, () => Promise.resolve(true));
  for (const { name, file, encrypted } of old) {
    const gone = (await store.remove(`${name}${manifestSuffix}`)) && (await store.remove(encrypted?.file ?? file));
    journal.say('backup.expired', gone ? `Deleted ${name} from the object store.` : `The object store keeps ${name}.`, { name, gone });
  }
  return copies.length - old.length;
}
