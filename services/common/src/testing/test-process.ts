import { spawn } from 'node:child_process';
import { eventually } from './eventually.js';

/** A service as its own process, as it runs in earnest. */
export interface TestProcess {
  pid: number;
  /** Everything it wrote. */
  output(): string;
  /** The first log line with this message. */
  line(message: string): Promise<Record<string, unknown>>;
  kill(signal: NodeJS.Signals): void;
  /** Asks it to stop; the exit code. */
  stop(): Promise<number | null>;
  exited: Promise<number | null>;
}

const START_MS = 15_000;

function parse(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Runs a built main.js with exactly this environment. Stop it in the test that started it. */
export function startTestProcess(main: string, environment: Record<string, string>, nodeOptions: readonly string[] = []): TestProcess {
  const child = spawn(process.execPath, [...nodeOptions, main], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    pid: child.pid ?? 0,
    output: () => text,
    line: (message) => eventually(() => {
      const found = text.split('\n').map(parse).find(({ msg }) => msg === message);
      if (!found) throw new Error(`No line "${message}" in:\n${text}`);
      return found;
    }, START_MS),
    kill: (signal) => void child.kill(signal),
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
    exited,
  };
}
