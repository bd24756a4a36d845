import { describe, expect, it } from '@jest/globals';
import { shortPage, type ShortList, type ShortListQuery } from './short-lists.js';

interface Item { id: string; name: string; size: number }
const items: Item[] = [['1', 'Zoe', 2], ['2', 'ada', 1], ['3', 'Ärne', 2], ['4', 'Ada', 1], ['5', 'Bo', 3]].map(([id, name, size]) => ({ id, name, size }) as Item);
const list: ShortList<Item> = { belongsTo: ['items', 'workspace'], orders: { name: ({ name }) => name, size: ({ size }) => size }, idOf: ({ id }) => id };
const page = (query: ShortListQuery, of = list, all = items) => shortPage(all, query, of);

/** The ids of all pages, one after the other. */
function walk(query: ShortListQuery): string {
  let [ids, cursor] = ['', undefined as string | undefined];
  do {
    const { items: found, nextCursor } = page({ ...query, cursor });
    ids += `${found.map(({ id }) => id).join('')} `;
    cursor = nextCursor ?? undefined;
  } while (cursor);
  return ids.trim();
}

describe('pages of a short list', () => {
  it('are one without a limit, in the order of the service', () => {
    expect(page({})).toEqual({ items, nextCursor: null });
  });

  it.each([[{ limit: 2 }, '12 34 5'], [{ limit: 5 }, '12345'], [{ limit: 2, sort: 'name' }, '24 35 1'], [{ limit: 3, sort: '-size,name' }, '531 24'], [{ limit: 1, sort: 'size' }, '2 4 1 3 5']])('%j', (query, ids) => {
    expect(walk(query)).toBe(ids);
  });

  it('end at a cursor of another list, workspace or order, and at one whose item is gone', () => {
    const { nextCursor } = page({ limit: 1, sort: 'name' });
    const cursor = nextCursor ?? '';
    expect(page({ limit: 1, sort: 'name', cursor }).items).toHaveLength(1);
    const refused = [
      () => page({ limit: 1, cursor }), () => page({ limit: 1, sort: '-name', cursor }), () => page({ sort: 'name', cursor: 'x' }),
      () => page({ sort: 'name', cursor }, { ...list, belongsTo: ['items', 'another'] }), () => page({ sort: 'name', cursor }, list, items.filter(({ id }) => id !== '2')),
    ];
    for (const ask of refused) expect(ask).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }));
  });

  it('are none of an empty list', () => {
    expect(page({ limit: 3 }, list, [])).toEqual({ items: [], nextCursor: null });
  });
});
