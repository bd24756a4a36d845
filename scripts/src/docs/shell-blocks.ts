import fs from 'node:fs';
import { inRepository } from '../repository.js';

/** The blocks of a page that are meant for a shell, in their order. */
export function shellBlocks(page: string): string[] {
  return [...fs.readFileSync(inRepository(page), 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block!);
}
