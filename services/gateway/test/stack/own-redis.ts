import { eventually } from '@crm-vision/common/testing';
import { randomUUID } from 'node:crypto';
import { type ChildProcess, spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { Redis } from 'ioredis';
import path from 'node:path';

const program = path.resolve(import.meta.dirname, '../../../../scripts/dist/embedded/js-redis.js');

/** A Redis of one's own, to be killed and brought back. */
export interface OwnRedis {
  url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** All that it holds is gone. */
  forget(): Promise<void>;
  /** A text as it is, anything else as JSON. */
  publish(channel: string, message: unknown): Promise<void>;
  set(key: string, value: string): Promise<void>;
}

export async function startOwnRedis(): Promise<OwnRedis> {
  const [port, password] = [await freePort(), randomUUID()];
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [program, String(port)], { stdio: ['pipe', 'ignore', 'ignore'], env: { ...process.env, REDIS_PASSWORD: password } });
    await eventually(() => answers(port), 10_000);
  };
  const kill = (): Promise<void> => new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });
  await start();
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const ask = async (work: (redis: Redis) => Promise<unknown>): Promise<void> => {
    const redis = new Redis(url);
    await work(redis);
    redis.disconnect();
  };
  return {
    url, kill, start,
    forget: () => ask((redis) => redis.flushall()),
    set: (key, value) => ask((redis) => redis.set(key, value)),
    publish: (channel, message) => ask((redis) => redis.publish(channel, typeof message === 'string' ? message : JSON.stringify(message))),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });
}
