import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
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

/** Ample: several services may start at once on a small machine. */
const START_MS = 45_000;

function findLine(text: string, message: string): Record<string, unknown> | undefined {
  const line = text.split('\n').find((one) => one.startsWith('{"') && one.includes(`"msg":${JSON.stringify(message)}`));
  return line ? (JSON.parse(line) as Record<string, unknown>) : undefined;
}

function textOf(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
}

/** Runs a built main.js with this environment and nothing else. Stop it in the test that started it. */
export function startTestProcess(main: string, environment: Record<string, string>, nodeOptions: readonly string[] = []): TestProcess {
  const child = spawn(process.execPath, [...nodeOptions, main], { env: { LAUNCHER_PIPE: '1', ...environment }, stdio: ['pipe', 'pipe', 'pipe'] });
  // A test that fails before it stops its process must not keep the run waiting; the process ends with the run.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref();
  const [log, errors] = [textOf(child.stdout), textOf(child.stderr)];
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    pid: child.pid ?? 0,
    output: () => log() + errors(),
    line: (message) => eventually(() => {
      const found = findLine(log(), message);
      if (!found) throw new Error(`No line "${message}" in:\n${log()}${errors()}`);
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
