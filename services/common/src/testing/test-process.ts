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

/** The streams of a child are sockets, which their types do not tell. */
function unref(handle: object): void {
  if ('unref' in handle && typeof handle.unref === 'function') handle.unref();
}

/** Runs a built main.js with this environment and nothing else. Stop it in the test that started it. */
export function startTestProcess(main: string, environment: Record<string, string>, nodeOptions: readonly string[] = []): TestProcess {
  const child = spawn(process.execPath, [...nodeOptions, main], { env: { LAUNCHER_PIPE: '1', ...environment }, stdio: ['pipe', 'pipe', 'pipe'] });
  // A test that fails before it stops its process must not keep the run waiting; the process ends with the run.
  for (const handle of [child, child.stdin, child.stdout, child.stderr]) unref(handle);
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
