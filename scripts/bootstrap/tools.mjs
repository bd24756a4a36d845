import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fetchPackages, nameAndVersion } from './fetch-packages.mjs';
import { isWritable, PlainError, root, step } from './run.mjs';

const modules = path.join(root, '.tools', 'node_modules');
const exe = process.platform === 'win32' ? '.exe' : '';
const here = `${process.platform}-${process.arch}`;

/** What is fetched on this system, with the hash of each. The registry has this Node for some systems only; elsewhere the person's own one has to do. */
const pins = JSON.parse(fs.readFileSync(new URL('tools.json', import.meta.url), 'utf8'))[here] ?? {};
const wanted = Object.keys(pins).map(nameAndVersion);
const nodePackage = wanted.find(({ name }) => name.startsWith('node-'));
const pnpmPackage = wanted.find(({ name }) => name.startsWith('@pnpm/'));

export const pnpm = path.join(modules, pnpmPackage?.name ?? '', `pnpm${exe}`);

/** Node and pnpm of exactly these versions in .tools, first on PATH for everything that follows. */
export async function fetchTools(options) {
  if (!isWritable(root)) throw new PlainError(`No write access to ${root}: make it writable for this user, or work in a clone that you own.`);
  if (!pnpmPackage) throw new PlainError(`There are no pinned tools for this system (${here}): scripts/bootstrap/tools.json names those that are known.`);
  if (!nodePackage && Number(process.versions.node.split('.')[0]) < 24) {
    throw new PlainError(`On this system (${here}) your own Node is used and has to be 24 or newer; this is ${process.versions.node}: install Node 24 from nodejs.org and try again.`);
  }
  if (!wanted.every(({ name, version }) => versionOf(name) === version)) {
    await step(`Fetching ${nodePackage ? `Node ${nodePackage.version} and ` : ''}pnpm ${pnpmPackage.version}`, options, async () => {
      await fetchPackages(path.join(root, '.tools'), pins);
      for (const file of [pnpm, nodeExecutable()]) checkThatItRuns(file);
    });
  }
  process.env.PATH = [path.dirname(nodeExecutable()), path.dirname(pnpm), process.env.PATH].join(path.delimiter);
}

/** The Node that runs everything after this bootstrap. */
export function nodeExecutable() {
  return nodePackage ? path.join(modules, nodePackage.name, 'bin', `node${exe}`) : process.execPath;
}

function checkThatItRuns(file) {
  try {
    execFileSync(file, ['--version'], { stdio: 'ignore' });
  } catch {
    throw new PlainError(`${path.relative(root, file)} does not run on this system: it needs a 64-bit ${process.platform} with glibc (Alpine has another C library).`);
  }
}

function versionOf(name) {
  try {
    return JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8')).version;
  } catch {
    return null;
  }
}
