import { describe, expect, it } from '@jest/globals';
import { findCircle } from './chunk-cycles.js';

describe('chunks that import each other in a circle', () => {
  it('are named in their order, however far from the start', () => {
    const imports = new Map([['entry.js', ['a.js', 'shared.js']], ['a.js', ['shared.js', 'b.js']], ['b.js', ['c.js']], ['c.js', ['shared.js', 'a.js']], ['shared.js', []]]);
    expect(findCircle(imports)).toEqual(['a.js', 'b.js', 'c.js', 'a.js']);
  });

  it('are not what several ways to one chunk are', () => {
    expect(findCircle(new Map([['entry.js', ['a.js', 'b.js']], ['a.js', ['shared.js']], ['b.js', ['shared.js', 'a.js', 'https://elsewhere/x.js']], ['shared.js', []]]))).toBeNull();
  });
});
