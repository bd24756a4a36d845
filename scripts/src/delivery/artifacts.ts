import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../repository.js';

/** Where verbs leave what later ones read and what a release publishes; not in the repository. */
export const artifactsFolder = path.join(repositoryRoot, '.artifacts');

export function artifact(name: string): string {
  fs.mkdirSync(artifactsFolder, { recursive: true });
  return path.join(artifactsFolder, name);
}
