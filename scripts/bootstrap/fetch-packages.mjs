import fs from 'node:fs';
import path from 'node:path';
import { PlainError, run } from './run.mjs';

const offline = 'Node and pnpm could not be fetched from the package registry: check the network (and the registry in your .npmrc) and try again.';
const forged = 'What the package registry gave is not what this clone names (its sha512 is another one), and nothing of it was kept: check the registry in your .npmrc, or ask whoever runs it.';

/**
 * Installs packages below `folder` from the registry of this machine, and only if each is, byte for byte, the one that is pinned here:
 * `pins` is {"name@version": "sha512-..."}. The lockfile names no address, so that any mirror of the registry does.
 */
export async function fetchPackages(folder, pins) {
  const packages = Object.entries(pins).map(([spec, integrity]) => ({ ...nameAndVersion(spec), integrity }));
  const dependencies = Object.fromEntries(packages.map(({ name, version }) => [name, version]));
  const locked = packages.map(({ name, version, integrity }) => [`node_modules/${name}`, { version, integrity }]);
  fs.mkdirSync(folder, { recursive: true });
  write(folder, 'package.json', { private: true, dependencies });
  write(folder, 'package-lock.json', { lockfileVersion: 3, requires: true, packages: { '': { dependencies }, ...Object.fromEntries(locked) } });
  // Scripts off: these packages need none, and some versions of npm refuse to run them.
  await run('npm ci --prefix . --package-lock=true --ignore-scripts --no-audit --no-fund --loglevel=error', { cwd: folder, failure: offline }).catch((error) => {
    throw /EINTEGRITY/.test(error.message) ? new PlainError(error.message.replace(offline, forged)) : error;
  });
}

/** "@scope/name@1.2.3": the last @ stands before the version. */
export function nameAndVersion(spec) {
  const at = spec.lastIndexOf('@');
  return { name: spec.slice(0, at), version: spec.slice(at + 1) };
}

function write(folder, name, value) {
  fs.writeFileSync(path.join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
}
