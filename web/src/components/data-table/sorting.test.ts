import { describe, expect, it } from '@jest/globals';
import { ariaSort, formatSort, nextSort, parseSort } from './sorting.js';

describe('the order of a list', () => {
  it('goes up, down and up again with each click on a header', () => {
    expect(nextSort('name', 'name')).toBe('-name');
    expect(nextSort('-name', 'name')).toBe('name');
    expect(nextSort('-name', 'updatedAt')).toBe('updatedAt');
  });

  it('reads back what it writes', () => {
    for (const sort of ['name', '-createdAt']) expect(formatSort(parseSort(sort))).toBe(sort);
  });

  it('is spoken of the sorted column, and not at all where a column does not sort', () => {
    expect(ariaSort('-name', 'name')).toBe('descending');
    expect(ariaSort('-name', 'updatedAt')).toBe('none');
    expect(ariaSort('-name', undefined)).toBeUndefined();
  });
});
