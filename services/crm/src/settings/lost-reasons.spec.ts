import { describe, expect, it } from '@jest/globals';
import { checkLostReasons } from './lost-reasons.js';

const known = new Set(['a', 'b']);

describe('reasons why deals are lost', () => {
  it('are kept in the given order, trimmed', () => {
    expect(checkLostReasons([{ id: 'b', name: ' Price ' }, { id: null, name: 'New' }], known)).toEqual([{ id: 'b', name: 'Price' }, { id: null, name: 'New' }]);
  });

  it.each([
    ['items', []],
    ['items[0].name', [{ id: null, name: ' ' }]],
    ['items[1].name', [{ id: 'a', name: 'Price' }, { id: null, name: 'pRICE' }]],
    ['items[0].id', [{ id: 'unknown', name: 'Price' }]],
    ['items[1].id', [{ id: 'a', name: 'Price' }, { id: 'a', name: 'Timing' }]],
  ])('name what is wrong: %s', (field, drafts) => {
    expect(() => checkLostReasons(drafts, known)).toThrow(expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field })] }));
  });
});
