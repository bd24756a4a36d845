import { spawn } from 'node:child_process';
import { nodeExecutable } from './tools.mjs';

/**
 * Runs the compiled program in the Node of .tools. It holds the other end of a pipe (fd 3) and stops when the pipe ends, so
 * that killing this process leaves nothing behind.
 */
export function handOver(program, args, startedAt) {
  const child = spawn(nodeExecutable(), ['--disable-warning=ExperimentalWarning', program, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, CRM_VISION_STARTED_AT: String(startedAt), CRM_VISION_PARENT_PIPE: '3' },
  });
  child.stdio[3].on('error', () => undefined);
  // Ctrl-C reaches the child by itself, as a member of the terminal's foreground group; all else is passed on.
  process.on('SIGINT', () => undefined);
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  if (process.env.npm_lifecycle_event) stopWithParent(() => child.kill('SIGTERM'));
  child.once('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** npm runs us in a shell, which dies of a signal to npm without a word to us: that our parent is another one tells. */
function stopWithParent(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 300);
}
