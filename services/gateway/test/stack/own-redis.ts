import { eventually } from '@crm-vision/common/testing';
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
  publish(channel: string, message: unknown): Promise<void>;
}

export async function startOwnRedis(): Promise<OwnRedis> {
  const port = await freePort();
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [program, String(port)], { stdio: ['pipe', 'ignore', 'ignore'] });
    await eventually(() => answers(port), 10_000);
  };
  const kill = (): Promise<void> => new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });
  await start();
  const url = `redis://127.0.0.1:${port}`;
  const ask = async (work: (redis: Redis) => Promise<unknown>): Promise<void> => {
    const redis = new Redis(url);
    await work(redis);
    redis.disconnect();
  };
  return {
    url, kill, start,
    forget: () => ask((redis) => redis.flushall()),
    publish: (channel, message) => ask((redis) => redis.publish(channel, JSON.stringify(message))),
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
