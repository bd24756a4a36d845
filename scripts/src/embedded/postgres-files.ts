import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { commandLineOf, isAlive, stopByPid } from '../processes/signals.js';
import { PlainError } from '../terminal/plain-error.js';
import { postgresUser } from './operating-user.js';
import type { PostgresBinaries } from './postgres-binaries.js';

/** Makes the database files once; they appear whole or not at all. */
export async function makeDatabaseFiles(binaries: PostgresBinaries, folder: string, password: string, sync: boolean): Promise<void> {
  if (fs.existsSync(path.join(folder, 'PG_VERSION'))) return;
  const unfinished = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  const user = postgresUser();
  if (user) for (const file of [unfinished, passwordFile]) fs.chownSync(file, user.uid, user.gid);
  const args = ['-D', unfinished, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--locale=C.UTF-8', '--encoding=UTF8'];
  try {
    await promisify(execFile)(binaries.initdb, sync ? args : [...args, '--no-sync'], { ...user, cwd: unfinished });
    fs.renameSync(unfinished, folder);
  } catch (error) {
    throw initError(error);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

/** Files of another major version cannot be opened. */
export function checkVersion(folder: string, expected: string): void {
  const found = fs.readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found !== expected) {
    throw new PlainError(`The data in ${folder} were written by PostgreSQL ${found} and this is ${expected}: move that folder away, or run npm start -- --reset.`);
  }
}

export function postmasterPid(folder: string): number | null {
  try {
    const pid = Number(fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** Stops a server that a killed launcher left behind, and forgets the pid file of one that died. True when there was one. */
export async function clearLeftovers(folder: string): Promise<boolean> {
  const pid = postmasterPid(folder);
  if (pid === null) return false;
  // The number may meanwhile belong to any other program.
  const ours = isAlive(pid) && commandLineOf(pid).includes(path.basename(folder)) && /postgres/.test(commandLineOf(pid));
  if (ours) await stopByPid(pid, 'SIGINT', 4_000);
  fs.rmSync(path.join(folder, 'postmaster.pid'), { force: true });
  return ours;
}

function initError(error: unknown): Error {
  const { code, stderr, path: file } = error as NodeJS.ErrnoException & { stderr?: string };
  if (code === 'ENOENT') {
    return new PlainError(`The embedded PostgreSQL does not run on this system (${file} needs glibc): set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
  return new Error(`initdb failed: ${stderr ?? String(error)}`);
}
