import { execFileSync } from 'node:child_process';
import { repositoryRoot } from '../../src/repository.js';
import type { ServiceSchema } from '../../src/database/migrations-folder.js';

/** Before there is a release, what the first migrations made stands for one. */
const FIRST_DAY = '20261101';

const git = (...args: string[]): string => execFileSync('git', args, { cwd: repositoryRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

function lastRelease(): string | null {
  try {
    return git('describe', '--tags', '--abbrev=0', '--match', 'v*', 'HEAD^');
  } catch {
    return null;
  }
}

/** The migrations of the release before this commit. */
export function migrationsOfLastRelease({ name }: ServiceSchema, all: readonly string[]): Set<string> {
  const tag = lastRelease();
  if (tag === null) return new Set(all.filter((each) => each.startsWith(FIRST_DAY)));
  const folder = `services/${name}/prisma/migrations/`;
  const then = git('ls-tree', '-d', '--name-only', tag, folder).split('\n').map((each) => each.slice(folder.length));
  return new Set(all.filter((each) => then.includes(each)));
}
