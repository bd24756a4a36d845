import { describe, expect, it } from '@jest/globals';
import { slugOf } from './workspace.js';

describe('slugOf', () => {
  it.each([
    ['Analytical Engines', 'analytical-engines'], ['Müller & Söhne', 'muller-sohne'], ['  --x--  ', 'x'], ['東京', 'workspace'], ['', 'workspace'], ['a'.repeat(60), 'a'.repeat(40)],
  ])('makes %j into %s', (name, slug) => expect(slugOf(name)).toBe(slug));
});
