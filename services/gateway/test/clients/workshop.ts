import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const packages = createRequire(import.meta.url);
const gateway = path.resolve(import.meta.dirname, '../..');
const programOf = (name: string, file: string): string => path.join(path.dirname(packages.resolve(`${name}/package.json`)), file);

/** Makes a client of the document in a folder of its own, and answers how to run a job with it. */
export type Maker = (document: string, folder: string) => Promise<[program: string, ...args: string[]]>;

/** What the job saw of the product behind `origin`. Whatever a generator, a compiler or the job says against it is thrown. */
export async function doJob(make: Maker, name: string, document: string, origin: string): Promise<unknown> {
  // Beside our packages, so that what is generated finds its own there.
  const folder = path.join(gateway, '.artifacts/clients', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'openapi.json');
  writeFileSync(file, document);
  const [program, ...args] = await make(file, folder);
  return JSON.parse(await said(program, args, folder, { ORIGIN: origin }));
}

export const openapiFetch: Maker = async (document, folder) => {
  await said(process.execPath, [programOf('openapi-typescript', 'bin/cli.js'), document, '--output', 'api.ts'], folder);
  return compiled('openapi-fetch.ts', folder);
};

export const heyApi: Maker = async (document, folder) => {
  writeFileSync(path.join(folder, 'openapi-ts.config.mjs'), `export default ${JSON.stringify({ input: document, output: { path: 'api', module: { extension: '.js' } }, logs: { file: false, level: 'silent' } })};`);
  await said(process.execPath, [programOf('@hey-api/openapi-ts', 'bin/run.js')], folder);
  return compiled('hey-api.ts', folder);
};

export const pythonClient: Maker = async (document, folder) => {
  writeFileSync(path.join(folder, 'config.yml'), 'post_hooks: []\n');
  const output = await said('python3', ['-m', 'openapi_python_client', 'generate', '--path', document, '--output-path', 'api', '--meta', 'none', '--config', 'config.yml', '--fail-on-warning'], folder);
  if (/warning/i.test(output)) throw new Error(output);
  await said('python3', ['-m', 'compileall', '-q', 'api'], folder);
  cpSync(jobOf('openapi_python_client.py'), path.join(folder, 'job.py'));
  return ['python3', 'job.py'];
};

/** What of Python is missing on this machine; undefined: nothing. */
export function missingPython(): string | undefined {
  try {
    execFileSync('python3', ['-c', 'import openapi_python_client'], { stdio: 'pipe' });
    return undefined;
  } catch {
    return 'python3 with the package openapi-python-client';
  }
}

const jobOf = (file: string): string => path.join(import.meta.dirname, 'jobs', file);

/** The compiler checks everything, also what was generated. */
async function compiled(job: string, folder: string): Promise<[string, string]> {
  const compilerOptions = { strict: true, target: 'es2023', module: 'nodenext', lib: ['es2024', 'dom', 'dom.iterable'], types: ['node'], outDir: 'out', rootDir: '.', skipLibCheck: true };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['job.ts'] }));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  cpSync(jobOf(job), path.join(folder, 'job.ts'));
  await said(process.execPath, [programOf('@typescript/native', 'bin/tsc'), '-p', '.'], folder);
  return [process.execPath, 'out/job.js'];
}

async function said(program: string, args: string[], cwd: string, environment: Record<string, string> = {}): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const { stdout } = await run(program, args, { cwd, env: { PATH, HOME, ...environment }, maxBuffer: 16 * 1024 * 1024 }).catch((error: { stdout?: string; stderr?: string; message: string }) => {
    throw new Error(`${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
  });
  return stdout;
}
