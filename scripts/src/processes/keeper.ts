import { spawn } from 'node:child_process';
import fs from 'node:fs';

/** What the keeper is asked to run, as JSON in its first argument. */
export interface Kept {
  command: string;
  args: string[];
  cwd?: string;
  uid?: number;
  gid?: number;
  stopSignals: NodeJS.Signals[];
  /** For programs that start others: the signals go to all of them. */
  wholeGroup?: boolean;
  /** Removed at the end, for databases of a test run. */
  removeFolder?: string;
}

const patienceMilliseconds = 3_500;

/**
 * Runs one server and stops it when stdin ends: a server that knows nothing of our pipe (PostgreSQL, Redis) is not left
 * behind by a launcher that was killed.
 */
function main(): void {
  const kept = JSON.parse(process.argv[2] ?? '') as Kept;
  const child = spawn(kept.command, kept.args, { cwd: kept.cwd, uid: kept.uid, gid: kept.gid, stdio: ['ignore', 'inherit', 'inherit'] });
  const finish = (code: number): never => {
    if (kept.removeFolder !== undefined) fs.rmSync(kept.removeFolder, { recursive: true, force: true, maxRetries: 3 });
    process.exit(code);
  };
  child.once('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    finish(127);
  });
  child.once('exit', (code, name) => finish(code ?? (name === null ? 1 : 128)));
  const signals = [...kept.stopSignals, 'SIGKILL' as const];
  const stop = (): void => {
    const next = signals.shift();
    if (next === undefined) return;
    if (kept.wholeGroup && process.platform !== 'win32') process.kill(-process.pid, next);
    else child.kill(next);
    setTimeout(stop, patienceMilliseconds).unref();
  };
  let stopping = false;
  const stopOnce = (): void => {
    if (stopping) return;
    stopping = true;
    stop();
  };
  process.stdin.on('end', stopOnce).on('error', stopOnce).resume();
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, stopOnce);
}

main();
