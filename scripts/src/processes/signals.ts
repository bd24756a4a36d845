import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { pollUntil } from './poll.js';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** A killed process whose parent has not collected it still answers signal 0. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** The command line of a running process, or '' where it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Asks with the first signal, insists with SIGKILL when the time is up. */
export async function stopByPid(pid: number, first: NodeJS.Signals, within: number): Promise<void> {
  signal(pid, first);
  if (await pollUntil(() => !isAlive(pid), { within })) return;
  signal(pid, 'SIGKILL');
  await pollUntil(() => !isAlive(pid), { within: 2_000 });
}
