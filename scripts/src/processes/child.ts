import { spawn, type ChildProcess } from 'node:child_process';
import readline from 'node:readline';
import { finished } from 'node:stream/promises';
import { LogFile } from './log-file.js';
import { signal } from './signals.js';
import { pollUntil } from './poll.js';

export interface ChildOptions {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  logFile: string;
  /** Sees each line of the output, too. */
  onLine?: (line: string) => void;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/**
 * A child process whose output goes to a log file. Its stdin is a pipe that ends with this process, however this process
 * dies: every child exits when it does, so nothing is orphaned. It has its own process group, so Ctrl-C reaches only us.
 */
export class Child {
  readonly exited: Promise<Exit>;
  private readonly process: ChildProcess;
  private readonly log: LogFile;
  private exit: Exit | null = null;

  constructor(readonly options: ChildOptions) {
    this.log = new LogFile(options.logFile);
    this.process = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.process.stdin?.on('error', () => undefined);
    const append = (chunk: Buffer): void => this.log.append(chunk);
    const outputs = [this.process.stdout, this.process.stderr].map((stream) => stream!.on('data', append));
    if (options.onLine) for (const stream of outputs) readline.createInterface({ input: stream }).on('line', options.onLine);
    this.exited = this.collectExit(outputs);
  }

  get pid(): number {
    return this.process.pid ?? -1;
  }

  get running(): boolean {
    return this.exit === null && this.process.pid !== undefined;
  }

  lastLines(count: number): string[] {
    return this.log.lastLines(count);
  }

  kill(name: NodeJS.Signals): void {
    if (this.running) signal(this.pid, name);
  }

  /** Asks by SIGTERM, insists by SIGKILL. */
  async stop(within: number): Promise<Exit> {
    this.kill('SIGTERM');
    const timer = setTimeout(() => this.kill('SIGKILL'), within);
    try {
      return await this.exited;
    } finally {
      clearTimeout(timer);
    }
  }

  private async collectExit(outputs: NodeJS.ReadableStream[]): Promise<Exit> {
    const exit = await new Promise<Exit>((resolve) => {
      this.process.once('error', (error) => {
        this.log.append(`${error.message}\n`);
        resolve({ code: 127, signal: null });
      });
      this.process.once('exit', (code, name) => resolve({ code, signal: name }));
    });
    this.exit = exit;
    // A grandchild may hold the pipes open for ever: the last lines get a moment, no more.
    await Promise.race([Promise.allSettled(outputs.map((output) => finished(output))), pollUntil(() => false, { within: 200 })]);
    return exit;
  }
}

export function describeExit(exit: Exit): string {
  return exit.signal === null ? `exit code ${exit.code}` : exit.signal;
}

