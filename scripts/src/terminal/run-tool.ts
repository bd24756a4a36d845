import { spawn } from 'node:child_process';
import { repositoryRoot } from '../repository.js';

export interface ToolResult {
  code: number;
  output: string;
}

export interface ToolOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Shown while it runs, instead of being kept. */
  show?: boolean;
}

/** Runs a program of the workspace (found by `pnpm exec` in `cwd`) to its end. */
export function runTool(args: string[], options: ToolOptions = {}): Promise<ToolResult> {
  return runProgram('pnpm', ['exec', ...args], options);
}

export function runProgram(program: string, args: string[], { cwd = repositoryRoot, env, show = false }: ToolOptions = {}): Promise<ToolResult> {
  const child = spawn(program, args, { cwd, env: { ...process.env, CRM_VISION_PARENT_PIPE: undefined, CRM_VISION_STARTED_AT: undefined, ...env }, stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'] });
  const endWithUs = (): void => {
    child.kill('SIGTERM');
    process.exit(143);
  };
  process.once('SIGTERM', endWithUs);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.once('close', (code) => {
      process.off('SIGTERM', endWithUs);
      resolve({ code: code ?? 1, output });
    });
  });
}
