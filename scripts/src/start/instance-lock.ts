import fs from 'node:fs';
import path from 'node:path';
import { commandLineOf, isAlive, stopByPid } from '../processes/signals.js';
import { keep } from '../product/secrets.js';
import { repositoryRoot } from '../repository.js';
import { PlainError } from '../terminal/plain-error.js';

export interface Instance {
  pid: number;
  url: string;
  /** Part of the system -> its process. */
  children: Record<string, number>;
  /** Port of the embedded PostgreSQL, for crmctl. */
  postgresPort?: number;
}

const fileIn = (folder: string): string => path.join(folder, 'running.json');

/** The run that uses the folder now; null when there is none. */
export function readInstance(folder: string): Instance | null {
  const instance = read(fileIn(folder));
  return instance !== null && isOurs(instance.pid) ? instance : null;
}

/** Says that a data folder is in use, by whom, and what that run started. */
export class InstanceLock {
  private readonly file: string;
  private instance: Instance;

  constructor(folder: string, url: string) {
    this.file = fileIn(folder);
    this.instance = { pid: process.pid, url, children: {} };
  }

  /** Takes the folder or says who has it. True when a killed run had left something behind, which is gone now. */
  async take(): Promise<boolean> {
    const before = read(this.file);
    if (before !== null && isOurs(before.pid)) {
      throw new PlainError(`CRM-VISION is running already at ${before.url} (process ${before.pid}): open that address, or stop it there with Ctrl-C first.`);
    }
    keep(this.file, this.instance);
    const leftovers = Object.values(before?.children ?? {}).filter(isOurs);
    await Promise.all(leftovers.map((pid) => stopByPid(pid, 'SIGTERM', 3_000)));
    return leftovers.length > 0;
  }

  record(started: Pick<Instance, 'children' | 'postgresPort'>): void {
    if (read(this.file)?.pid !== process.pid) return;
    this.instance = { ...this.instance, ...started };
    keep(this.file, this.instance);
  }

  release(): void {
    if (read(this.file)?.pid === process.pid) fs.rmSync(this.file, { force: true });
  }
}

function read(file: string): Instance | null {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Instance;
  } catch {
    return null;
  }
}

/** The number may meanwhile belong to another program; where command lines cannot be read it is believed. */
function isOurs(pid: number): boolean {
  if (pid === process.pid || !isAlive(pid)) return false;
  const line = commandLineOf(pid);
  return line === '' || line.includes(repositoryRoot) || line.includes('scripts/dist/');
}
