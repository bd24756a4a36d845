import { findExecutable } from '../../processes/find-executable.js';
import { PlainError } from '../../terminal/plain-error.js';
import { execute, type ProgramResult } from '../../terminal/program.js';

/** Programs that are not packages of ours, and where they come from. */
const homes: Readonly<Record<string, string>> = {
  cosign: 'https://docs.sigstore.dev/cosign/system_config/installation',
  docker: 'https://docs.docker.com/engine/install',
  gitleaks: 'https://github.com/gitleaks/gitleaks',
  helm: 'https://helm.sh/docs/intro/install',
  kubectl: 'https://kubernetes.io/docs/tasks/tools',
  'osv-scanner': 'https://google.github.io/osv-scanner/installation',
  syft: 'https://github.com/anchore/syft',
  trivy: 'https://trivy.dev/docs/getting-started/installation',
};

/** Runs such a program to its end. One that is missing is a failure that names it: what was not looked at is not clean. */
export async function runInstalled(program: string, args: readonly string[], env?: NodeJS.ProcessEnv, input?: string): Promise<ProgramResult> {
  // Not by exit code 127: some programs end with it themselves.
  if (findExecutable([program]) === null) throw new PlainError(`${program} is not installed: see ${homes[program] ?? program}.`);
  return execute(program, args, { timeout: 3_900_000, ...(env && { env }), ...(input !== undefined && { input }) });
}

/** As above, for what has to end well: answers its standard output. */
export async function outputOf(program: string, args: readonly string[], env?: NodeJS.ProcessEnv, input?: string): Promise<string> {
  const { code, stdout, stderr } = await runInstalled(program, args, env, input);
  if (code !== 0) throw new PlainError(`${program} ${args.slice(0, 3).join(' ')} ended with ${code}: ${(stderr || stdout).trim().slice(-1500)}`);
  return stdout;
}
