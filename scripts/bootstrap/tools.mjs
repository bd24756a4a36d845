import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isWritable, PlainError, root, run, step } from './run.mjs';

const nodeVersion = fs.readFileSync(path.join(root, '.node-version'), 'utf8').trim();
const pnpmVersion = '12.21.0';
const modules = path.join(root, '.tools', 'node_modules');
const system = process.platform === 'win32' ? 'win' : process.platform;
const exe = process.platform === 'win32' ? '.exe' : '';

/** Platforms for which the registry has this Node as a package; elsewhere the person's own one has to do. */
const packaged = ['linux-x64', 'linux-arm64', 'win-x64'].includes(`${system}-${process.arch}`);
const nodePackage = `node-${system}-${process.arch}`;
const pnpmPackage = `@pnpm/exe.${process.platform}-${process.arch}`;

export const pnpm = path.join(modules, pnpmPackage, `pnpm${exe}`);

/** Node and pnpm of exactly these versions in .tools, first on PATH for everything that follows. */
export async function fetchTools(options) {
  if (!isWritable(root)) throw new PlainError(`No write access to ${root}: make it writable for this user, or work in a clone that you own.`);
  if (!packaged && Number(process.versions.node.split('.')[0]) < 24) {
    throw new PlainError(`On this system (${system}-${process.arch}) your own Node is used and has to be 24 or newer; this is ${process.versions.node}: install Node 24 from nodejs.org and try again.`);
  }
  const wanted = [[pnpmPackage, pnpmVersion], ...(packaged ? [[nodePackage, nodeVersion]] : [])];
  if (!wanted.every(([name, version]) => versionOf(name) === version)) {
    await step(`Fetching Node ${nodeVersion} and pnpm ${pnpmVersion}`, options, () => fetchPackages(wanted));
  }
  process.env.PATH = [path.dirname(nodeExecutable()), path.dirname(pnpm), process.env.PATH].join(path.delimiter);
}

/** The Node that runs everything after this bootstrap. */
export function nodeExecutable() {
  return packaged ? path.join(modules, nodePackage, 'bin', `node${exe}`) : process.execPath;
}

async function fetchPackages(wanted) {
  fs.mkdirSync(path.join(root, '.tools'), { recursive: true });
  // Scripts off: these packages need none, and some versions of npm refuse to run them.
  const packages = wanted.map(([name, version]) => `${name}@${version}`).join(' ');
  await run(`npm install --prefix .tools --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error ${packages}`, {
    failure: 'Node and pnpm could not be fetched from the package registry: check the network (and the registry in your .npmrc) and try again.',
  });
  for (const file of [pnpm, nodeExecutable()]) checkThatItRuns(file);
}

function checkThatItRuns(file) {
  try {
    execFileSync(file, ['--version'], { stdio: 'ignore' });
  } catch {
    throw new PlainError(`${path.relative(root, file)} does not run on this system: it needs a 64-bit ${system} with glibc (Alpine has another C library).`);
  }
}

function versionOf(name) {
  try {
    return JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8')).version;
  } catch {
    return null;
  }
}
