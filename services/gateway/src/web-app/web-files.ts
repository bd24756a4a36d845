import { readdirSync } from 'node:fs';
import path from 'node:path';

/** A file that may be sent, with the encodings that lie beside it. */
export interface WebFile {
  /** Path below the root. */
  name: string;
  encodings: readonly Encoding[];
}

export type Encoding = 'br' | 'gzip';

const SUFFIXES: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

/** What the built web app consists of, by the address of each file. Hidden files are no part of it. */
export function webFiles(root: string): ReadonlyMap<string, WebFile> {
  const names = new Set(namesBelow(root));
  const isVariant = (name: string): boolean => Object.values(SUFFIXES).some((suffix) => name.endsWith(suffix) && names.has(name.slice(0, -suffix.length)));
  const encodings = (name: string): Encoding[] => (['br', 'gzip'] as const).filter((encoding) => names.has(variantOf(name, encoding)));
  return new Map([...names].filter((name) => !isVariant(name)).map((name) => [`/${name}`, { name, encodings: encodings(name) }]));
}

export const variantOf = (name: string, encoding: Encoding): string => name + SUFFIXES[encoding];

function namesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')));
}
