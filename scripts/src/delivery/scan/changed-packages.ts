import { parse } from 'yaml';
import { z } from 'zod';

const lockfile = z.object({ packages: z.record(z.string(), z.unknown()).default({}) });

/** Packages of the registry that a lockfile names and the one before it does not, as `name@version`. */
export function changedPackages(before: string | null, now: string): string[] {
  const known = new Set(before === null ? [] : packagesOf(before));
  return packagesOf(now).filter((each) => !known.has(each));
}

const packagesOf = (text: string): string[] => Object.keys(lockfile.parse(parseLast(text)).packages);

/** pnpm may keep what it is made of itself in a document before. */
function parseLast(text: string): unknown {
  return parse(text.split(/^---$/m).at(-1)!);
}
