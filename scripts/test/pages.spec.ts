import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const clone = path.resolve(import.meta.dirname, '../..');
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'scripts/README.md', ...markdownIn('docs'), ...['docs/decisions', 'docs/operations', 'docs/runbooks'].flatMap(markdownIn)];
const read = (page: string): string => fs.readFileSync(path.join(clone, page), 'utf8');

function markdownIn(folder: string): string[] {
  return fs.readdirSync(path.join(clone, folder)).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`);
}

/** Targets of links, and paths of the clone in backticks. */
function targetsOf(page: string): string[] {
  const text = read(page);
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target]) => path.join(path.dirname(page), target!));
  const paths = [...text.matchAll(/`((?:services|web|scripts|proto|docs)\/[\w./-]+)`/g)].map(([, target]) => target!);
  return [...links, ...paths];
}

describe('the pages of this repository', () => {
  it.each(pages)('%s names only files that exist', (page) => {
    expect(targetsOf(page).filter((target) => !fs.existsSync(path.join(clone, target)))).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s stays within 150 lines', (page) => {
    expect(read(page).split('\n').length).toBeLessThanOrEqual(150);
  });

  it('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) => [...read(page).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name!));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
