import { generatedPages, outdatedPages } from '../docs/pages.js';
import type { Check } from './check.js';

/** The generated pages say what the code says. */
export const pagesCheck: Check = {
  name: 'generated pages are up to date',
  run: async () => {
    const outdated = outdatedPages(await generatedPages());
    return { state: outdated.length === 0 ? 'passed' : 'failed', output: outdated.map((file) => `${file} is out of date: run npm run generate and commit it.`).join('\n') };
  },
};
