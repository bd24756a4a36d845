import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
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

export interface RedisOptions {
  logFile: string;
  port?: number;
  /** Of a server that is started again, so that its address stays. */
  password?: string;
}

/** Letters and digits, as they stand in an address and in a configuration file. */
export const newRedisPassword = (): string => crypto.randomBytes(24).toString('hex');

export const redisAddress = (port: number, password: string): string => `redis://:${password}@127.0.0.1:${port}`;

/** A real server where one is installed, else the one written in JavaScript; both in a process of their own, on the loopback address, with a password. */
export async function startRedis(options: RedisOptions): Promise<EmbeddedRedis> {
  const { port = await freePort(), password = newRedisPassword() } = options;
  const program = findExecutable(['redis-server', 'valkey-server']);
  const script = fileURLToPath(import.meta.resolve(program === null ? './js-redis.js' : '../processes/keeper.js'));
  const args = program === null ? [String(port)] : [JSON.stringify(kept(program, port, configuration(options.logFile, password)))];
  const env = { ...process.env, REDIS_PASSWORD: password };
  const child = new Child({ name: 'redis', command: process.execPath, args: [script, ...args], env, logFile: options.logFile });
  const answered = await pollUntil(async () => (child.running ? redisAnswers(port) : true), { within: 20_000 });
  if (!answered || !child.running) {
    const exit = child.running ? 'no answer within 20 s' : describeExit(await child.exited);
    await child.stop(1_000);
    throw new Error(`Redis did not start (${exit}):\n${child.lastLines(8).join('\n')}`);
  }
  const kind = program?.replace(/^.*[\\/]/, '') ?? 'js-redis-server';
  return { url: redisAddress(port, password), port, kind, child, stop: async () => void (await child.stop(3_000)) };
}

/** Over a bare socket: a client library would bring its own timers and retries. It answers when it asks for the password. */
function redisAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    const answer = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(2_000, () => answer(false));
    socket.once('error', () => answer(false)).once('data', (data) => answer(data.toString().startsWith('-NOAUTH')));
  });
}

/** In a file: what stands on a command line is read by everybody on the machine. */
function configuration(logFile: string, password: string): string {
  const file = path.join(path.dirname(logFile), 'redis.conf');
  fs.writeFileSync(file, `requirepass ${password}\n`, { mode: 0o600 });
  return file;
}

function kept(program: string, port: number, file: string): Kept {
  const args = [file, '--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'];
  return { command: program, args, stopSignals: ['SIGTERM'] };
}
