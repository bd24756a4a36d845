import { describe, expect, it } from '@jest/globals';
import { neighbour } from './focus.js';
import { beforeDealId, placeOf, step } from './place.js';
import { testBoard } from './test-board.js';

const board = testBoard({ new: ['a', 'b', 'c'], empty: [], proposal: ['d'] });

describe('a card that is carried by the keyboard', () => {
  it('counts only the other cards of a column', () => {
    expect(placeOf(board, 'b')).toEqual({ stageId: 'new', index: 1 });
    expect(step(board, 'b', { stageId: 'new', index: 1 }, 'down')).toEqual({ stageId: 'new', index: 2 });
    expect(step(board, 'b', { stageId: 'new', index: 2 }, 'down')).toEqual({ stageId: 'new', index: 2 });
    expect(step(board, 'b', { stageId: 'new', index: 0 }, 'up')).toEqual({ stageId: 'new', index: 0 });
  });

  it('passes into empty columns and stops at the edge of the board', () => {
    const inEmpty = step(board, 'c', { stageId: 'new', index: 2 }, 'right');
    expect(inEmpty).toEqual({ stageId: 'empty', index: 0 });
    const last = step(board, 'c', inEmpty, 'right');
    expect(last).toEqual({ stageId: 'proposal', index: 0 });
    expect(step(board, 'c', last, 'right')).toEqual(last);
  });

  it('goes to both ends of a column at once', () => {
    expect(step(board, 'b', { stageId: 'new', index: 1 }, 'last')).toEqual({ stageId: 'new', index: 2 });
    expect(step(board, 'b', { stageId: 'new', index: 1 }, 'first')).toEqual({ stageId: 'new', index: 0 });
  });
});

describe('the place that the server is told', () => {
  it('names the card that comes after, never the moved one', () => {
    expect(beforeDealId(board, 'a', { stageId: 'new', index: 0 })).toBe('b');
    expect(beforeDealId(board, 'a', { stageId: 'new', index: 2 })).toBeNull();
  });

  it('stays before the last loaded card when the column goes on', () => {
    const longer = { ...board, columns: board.columns.map((column) => ({ ...column, nextCursor: 'more' })) };
    expect(beforeDealId(longer, 'a', { stageId: 'proposal', index: 1 })).toBe('d');
  });
});

describe('the arrows between cards', () => {
  it('pass over empty columns and stop at the ends', () => {
    expect(neighbour(board, 'c', 'right')).toBe('d');
    expect(neighbour(board, 'd', 'left')).toBe('a');
    expect(neighbour(board, 'a', 'up')).toBeNull();
    expect(neighbour(board, 'a', 'down')).toBe('b');
  });
});
