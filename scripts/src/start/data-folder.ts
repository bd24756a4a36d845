import fs from 'node:fs';
import path from 'node:path';
import { postgresFolder, postgresUser } from '../embedded/operating-user.js';
import { inRepository, repositoryRoot } from '../repository.js';
import { PlainError } from '../terminal/plain-error.js';

const leastFreeBytes = 200 * 1024 * 1024;

/** `.data` of the clone; CRM_VISION_DATA names another place, for several systems of one clone. */
export function dataFolder(): string {
  const chosen = process.env['CRM_VISION_DATA'];
  return chosen ? path.resolve(chosen) : inRepository('.data');
}

export const logsFolderOf = (folder: string): string => path.join(folder, 'logs');

/** Makes the folder, closes it and all that is in it to other users of the machine, and finds out now, not in the middle of work, that it cannot be used. */
export function openDataFolder(folder: string, freeBytes: (folder: string) => number = freeBytesOf): void {
  // Folders above it are not ours. What this process and its children write from here on is for their user alone.
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  process.umask(0o077);
  fs.mkdirSync(folder, { recursive: true });
  closeToOthers(folder);
  fs.accessSync(folder, fs.constants.W_OK);
  const probe = path.join(folder, `.probe-${process.pid}`);
  fs.writeFileSync(probe, 'x');
  fs.rmSync(probe);
  const free = freeBytes(folder);
  if (free < leastFreeBytes) throw new PlainError(`The disk of ${folder} is full (${Math.floor(free / 1024 / 1024)} MB free, 200 MB are needed): free some space and start again.`);
}

/** Also what an earlier release wrote. PostgreSQL keeps its own files closed, as whatever user it runs; that user has to get through to them. */
function closeToOthers(folder: string): void {
  fs.chmodSync(folder, postgresUser() ? 0o711 : 0o700);
  entriesOf(folder).filter(({ name }) => name !== 'postgres').forEach(close);
}

function close(entry: fs.Dirent): void {
  const place = path.join(entry.parentPath, entry.name);
  if (entry.isFile()) fs.chmodSync(place, 0o600);
  if (!entry.isDirectory()) return;
  fs.chmodSync(place, 0o700);
  entriesOf(place).forEach(close);
}

const entriesOf = (folder: string): fs.Dirent[] => fs.readdirSync(folder, { withFileTypes: true });

/** Everything that this clone ever stored on this machine. */
export function deleteData(folder: string): void {
  for (const each of [postgresFolder(repositoryRoot, folder), folder]) fs.rmSync(each, { recursive: true, force: true, maxRetries: 3 });
}

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = fs.statfsSync(folder);
  return bavail * bsize;
}
