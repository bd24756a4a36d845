import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pollUntil } from '../../src/processes/poll.js';
import { isAlive } from '../../src/processes/signals.js';

const program = path.resolve(import.meta.dirname, '../../dist/start/main.js');

/** `npm start` after its bootstrap, as a process of its own. */
export class Launched {
  output = '';
  readonly process: ChildProcess;
  readonly exited: Promise<number | null>;

  constructor(
    readonly folder: string,
    args: string[],
    env: Record<string, string> = {},
  ) {
    const inherited = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', REDIS_URL: '', CRM_VISION_PARENT_PIPE: '', LOG_LEVEL: 'warn' };
    this.process = spawn(process.execPath, [program, ...args], { env: { ...inherited, CRM_VISION_DATA: folder, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.process.stdout!, this.process.stderr!]) stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.exited = new Promise((resolve) => this.process.once('close', (code) => resolve(code)));
  }

  /** What it prints next matches; an end before that shows what it printed instead. */
  async says(pattern: RegExp, within = 60_000): Promise<RegExpExecArray> {
    const found = await pollUntil(() => pattern.exec(this.output) ?? (this.process.exitCode !== null ? ('ended' as const) : null), { within, every: 50 });
    if (found === null || found === 'ended') throw new Error(`It never said ${pattern.source}:\n${this.output}`);
    return found;
  }

  async ready(): Promise<string> {
    return (await this.says(/ready after .*: (http:\S+)/))[1]!;
  }

  /** The processes that do the work now, by part; PostgreSQL itself included. */
  parts(): Record<string, number> {
    return (JSON.parse(fs.readFileSync(path.join(this.folder, 'running.json'), 'utf8')) as { children: Record<string, number> }).children;
  }

  children(): number[] {
    return Object.values(this.parts());
  }

  kill(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }
}

/** Milliseconds until none of the processes lives; fails after the limit. */
export async function untilGone(pids: number[], within: number): Promise<number> {
  const from = performance.now();
  const gone = await pollUntil(() => pids.every((pid) => !isAlive(pid)), { within, every: 20 });
  if (!gone) throw new Error(`Still running after ${within} ms: ${pids.filter(isAlive).join(', ')}`);
  return performance.now() - from;
}
