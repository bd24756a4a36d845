import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A failure that the person at the terminal can act on. */
export class PlainError extends Error {}

const shownLines = 30;

/** Runs a program with its output kept back; a failure shows the end of it. `command` is a string for the shell, or a list. */
export function run(command, { cwd = root, env = process.env, failure } = {}) {
  const [program, ...args] = typeof command === 'string' ? [command] : command;
  const child = spawn(program, args, { cwd, env: { ...env, NO_COLOR: '1' }, shell: typeof command === 'string', stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk) => (output = (output + chunk).slice(-50_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve(output);
      const end = output.trimEnd().split('\n').slice(-shownLines).join('\n');
      reject(new PlainError(`${end}\n${reasonIn(output) ?? failure ?? `${[program, ...args].join(' ')} failed (exit code ${code}).`}`));
    });
  });
}

/** One progress line per step: its name at once, its time at the end. Quiet steps speak only when they fail. */
export async function step(name, { quiet }, work) {
  const from = Date.now();
  const time = () => `${((Date.now() - from) / 1000).toFixed(1)} s`;
  if (!quiet) process.stdout.write(`  ${name.padEnd(46)} `);
  try {
    const note = await work();
    if (!quiet) process.stdout.write(`${time().padStart(7)}${note ? `  ${note}` : ''}\n`);
  } catch (error) {
    process.stdout.write(quiet ? `  ${name} failed\n` : ` failed after ${time()}\n`);
    throw error;
  }
}

export function sentenceFor(error) {
  if (error instanceof PlainError) return error.message;
  const file = error.path ?? root;
  return reasonIn(error.code ?? '', file) ?? error.stack;
}

/** Programs report these in words; their codes stand in the text. */
function reasonIn(text, file = root) {
  if (/ENOSPC|no space left on device|EDQUOT/i.test(text)) return `The disk is full (below ${file}): free some space and try again.`;
  if (/EACCES|EPERM|permission denied/i.test(text)) return `No write access to ${file}: make it writable for this user, or work in a clone that you own.`;
  if (/EROFS|read-only file system/i.test(text)) return `${file} is on a read-only disk: put the clone where it can be written.`;
  return null;
}

export function isWritable(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
