import path from 'node:path';

/** The clone: this file is built to scripts/dist/repository.js. */
export const repositoryRoot = path.resolve(import.meta.dirname, '../..');

export function inRepository(...parts: string[]): string {
  return path.join(repositoryRoot, ...parts);
}
