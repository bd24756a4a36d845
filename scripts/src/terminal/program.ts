import { spawn } from 'node:child_process';
import { repositoryRoot } from '../repository.js';

export interface ProgramOptions {
  input?: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Milliseconds; a program that hangs is a failure like any other. */
  timeout?: number;
}

export interface ProgramResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end and keeps its two outputs apart. */
export function execute(program: string, args: readonly string[], { input, env, cwd = repositoryRoot, timeout = 600_000 }: ProgramOptions = {}): Promise<ProgramResult> {
  const child = spawn(program, args, { cwd, timeout, env: { ...process.env, CRM_VISION_PARENT_PIPE: undefined, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const result: ProgramResult = { code: 0, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (result.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (result.stderr += text));
  // A program that ended without reading its input is judged by its exit code.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ...result, code: 127, stderr: error.message }));
    child.once('close', (code, signal) => resolve({ ...result, code: code ?? 1, stderr: signal === null ? result.stderr : `${result.stderr}ended by ${signal}` }));
  });
}

const shown = 1500;

/** As execute, for what has to work: answers the standard output. */
export async function output(program: string, args: readonly string[], options: ProgramOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await execute(program, args, options);
  if (code !== 0) throw new Error(`${program} ${args.join(' ').slice(0, 300)} ended with ${code}: ${`${stdout}\n${stderr}`.trim().slice(-shown)}`);
  return stdout;
}
