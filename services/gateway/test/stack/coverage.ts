import { expect, it } from '@jest/globals';
import { routes } from '../../src/routes.js';
import { seen } from './contract.js';

/** The last test of a file: every route of a tag was seen to succeed in it. */
export function expectAnswered(tag: string): void {
  it(`${tag}: every route was seen to succeed`, () => {
    const missing = routes.filter((route) => route.tag === tag && !route.contentType && !seen.has(`${route.id} ${route.status}`));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
}
