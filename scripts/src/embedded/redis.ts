import net from 'node:net';
import { fileURLToPath } from 'node:url';
import { Child, describeExit } from '../processes/child.js';
import { findExecutable } from '../processes/find-executable.js';
import { freePort } from '../processes/free-ports.js';
import type { Kept } from '../processes/keeper.js';
import { pollUntil } from '../processes/poll.js';

export interface EmbeddedRedis {
  url: string;
  port: number;
  /** 'redis-server', 'valkey-server' or 'js-redis-server'. */
  kind: string;
  child: Child;
  stop(): Promise<void>;
}

/** A real server where one is installed, else the one written in JavaScript; both in a process of their own. */
export async function startRedis(options: { logFile: string; port?: number }): Promise<EmbeddedRedis> {
  const port = options.port ?? (await freePort());
  const program = findExecutable(['redis-server', 'valkey-server']);
  const script = fileURLToPath(import.meta.resolve(program === null ? './js-redis.js' : '../processes/keeper.js'));
  const args = program === null ? [String(port)] : [JSON.stringify(kept(program, port))];
  const child = new Child({ name: 'redis', command: process.execPath, args: [script, ...args], logFile: options.logFile });
  const url = `redis://127.0.0.1:${port}`;
  const answered = await pollUntil(async () => (child.running ? redisAnswers(port) : true), { within: 20_000 });
  if (!answered || !child.running) {
    const exit = child.running ? 'no answer within 20 s' : describeExit(await child.exited);
    await child.stop(1_000);
    throw new Error(`Redis did not start (${exit}):\n${child.lastLines(8).join('\n')}`);
  }
  const kind = program?.replace(/^.*[\\/]/, '') ?? 'js-redis-server';
  return { url, port, kind, child, stop: async () => void (await child.stop(3_000)) };
}

/** Over a bare socket: a client library would bring its own timers and retries. */
function redisAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    const answer = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(2_000, () => answer(false));
    socket.once('error', () => answer(false)).once('data', (data) => answer(data.toString().startsWith('+PONG')));
  });
}

function kept(program: string, port: number): Kept {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'];
  return { command: program, args, stopSignals: ['SIGTERM'] };
}
