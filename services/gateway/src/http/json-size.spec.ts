import { describe, expect, it } from '@jest/globals';
import { jsonSize } from './json-size.js';

const size = (text: string) => jsonSize(Buffer.from(text));

describe('the size of JSON', () => {
  it.each([
    ['1', 0, 1], ['"a,[{"', 0, 1], ['[]', 1, 2], ['[1,2,3]', 1, 4], ['{"a":{"b":[1]}}', 3, 4], ['["\\",[", "\\\\", {}]', 2, 5], [`${'['.repeat(50)}`, 50, 51], ['', 0, 1], ['"', 0, 1], ['"\\', 0, 1],
    ['["日本,語[", "👍"]', 1, 3],
  ])('of %s', (text, depth, elements) => {
    expect(size(text)).toEqual({ depth, elements });
  });
});
