import path from 'node:path';
import { Child, describeExit } from '../processes/child.js';
import { pollUntil } from '../processes/poll.js';
import { PlainError } from '../terminal/plain-error.js';
import type { Running } from './supervised.js';

export interface ServiceProcess {
  name: string;
  /** The compiled program. */
  program: string;
  env: Record<string, string>;
  managementPort: number;
  logFile: string;
}

const startWithin = 60_000;
const stopWithin = 1_800;

/** A young generation of half the usual size costs no time that could be measured, and leaves a service a hundred megabytes smaller after load. */
const memoryArguments = ['--max-semi-space-size=8'];

/** Keys of the person's own environment that belong to the whole product or to another service. */
const notPassedOn = ['DATABASE_URL', 'REDIS_URL', 'NODE_ENV', 'CRM_VISION_PARENT_PIPE', 'CRM_VISION_STARTED_AT', 'NODE_OPTIONS'];

/** Starts a service and resolves when it says that it is ready. */
export async function startService(service: ServiceProcess, nodeArguments: string[] = []): Promise<Running> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !notPassedOn.includes(key)));
  const child = new Child({
    name: service.name,
    command: process.execPath,
    args: [...memoryArguments, ...nodeArguments, service.program],
    cwd: path.dirname(path.dirname(service.program)),
    env: { ...inherited, ...service.env, MANAGEMENT_HOST: '127.0.0.1', MANAGEMENT_PORT: String(service.managementPort), LAUNCHER_PIPE: '1', SHUTDOWN_GRACE_SECONDS: '1' },
    logFile: service.logFile,
  });
  const ready = await pollUntil(() => (child.running ? isReady(service.managementPort) : true), { within: startWithin });
  if (ready && child.running) return { child, stop: async () => void (await child.stop(stopWithin)) };
  const reason = child.running ? `not ready within ${startWithin / 1000} s` : describeExit(await child.exited);
  await child.stop(stopWithin);
  throw new PlainError(`${service.name} did not start (${reason}). The end of ${service.logFile}:\n${child.lastLines(8).join('\n')}`);
}

/** What a person would find now: whether somebody who signs in can work. */
export function canWork(port: number): Promise<boolean> {
  return isOk(`http://127.0.0.1:${port}/api/health`);
}

function isReady(managementPort: number): Promise<boolean> {
  return isOk(`http://127.0.0.1:${managementPort}/health/ready`);
}

async function isOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
