import { describe, expect, it } from '@jest/globals';
import { applyMove } from './apply-move.js';
import { cardsOf, testBoard, testDeal } from './test-board.js';

const rates = { defaultCurrency: 'EUR', rates: [{ currency: 'USD', rate: '0.5' }], version: 1 };

describe('a move on the board', () => {
  it('puts the card before the one that was named', () => {
    const board = testBoard({ new: ['a', 'b'], proposal: ['c', 'd'] });
    const moved = applyMove(board, { deal: testDeal('a', 'new'), stageId: 'proposal', beforeDealId: 'd' }, rates);
    expect(cardsOf(moved)).toEqual({ new: ['b'], proposal: ['c', 'a', 'd'] });
  });

  it('puts the card at the end without a name, and when the named card is gone', () => {
    const board = testBoard({ new: ['a'], proposal: ['c'] });
    for (const beforeDealId of [null, 'gone']) {
      expect(cardsOf(applyMove(board, { deal: testDeal('a', 'new'), stageId: 'proposal', beforeDealId }, rates))).toEqual({ new: [], proposal: ['c', 'a'] });
    }
  });

  it('takes count and sums along, weighted by each stage', () => {
    const board = testBoard({ new: ['a', 'b'], proposal: [] }, { new: { probability: 50 }, proposal: { probability: 80 } });
    const [from, to] = applyMove(board, { deal: testDeal('a', 'new'), stageId: 'proposal', beforeDealId: null }, rates).columns;
    expect([from?.count, from?.sum.amount, from?.weightedSum.amount]).toEqual([1, '100.00', '50.00']);
    expect([to?.count, to?.sum.amount, to?.weightedSum.amount]).toEqual([1, '100.00', '80.00']);
  });

  it('converts an amount in another currency by the rate of the workspace', () => {
    const board = testBoard({ new: ['a'], proposal: [] });
    const deal = testDeal('a', 'new', null, { amount: { amount: '100.00', currency: 'USD' } });
    board.columns[0]!.cards[0] = deal;
    expect(applyMove(board, { deal, stageId: 'proposal', beforeDealId: null }, rates).columns[1]?.sum.amount).toBe('50.00');
  });

  it('takes what a closed deal was worth along, not what the rate of today makes of it', () => {
    const won = testDeal('a', 'won', null, { status: 'won', amount: { amount: '100.00', currency: 'USD' }, worth: { amount: '90.00', currency: 'EUR' } });
    const board = testBoard({ won: ['a', 'b'], old: [], lost: [], new: [] }, { won: { type: 'won' }, old: { type: 'won' }, lost: { type: 'lost' } });
    board.columns[0]!.cards[0] = won;
    const sums = (stageId: string) => Object.fromEntries(applyMove(board, { deal: won, stageId, beforeDealId: null }, rates).columns.map(({ stage, sum }) => [stage.id, sum.amount]));
    expect(sums('old')).toEqual({ won: '110.00', old: '90.00', lost: '0.00', new: '0.00' });
    expect(sums('new')).toEqual({ won: '110.00', old: '0.00', lost: '0.00', new: '50.00' });
    expect(sums('lost')).toEqual({ won: '110.00', old: '0.00', lost: '50.00', new: '0.00' });
  });

  it('leaves the sums alone within a column', () => {
    const board = testBoard({ new: ['a', 'b'] });
    const moved = applyMove(board, { deal: testDeal('a', 'new'), stageId: 'new', beforeDealId: null }, rates);
    expect(cardsOf(moved)).toEqual({ new: ['b', 'a'] });
    expect(moved.columns[0]?.sum).toEqual(board.columns[0]?.sum);
  });

  it('changes nothing more when the server has it already', () => {
    const move = { deal: testDeal('a', 'new'), stageId: 'proposal', beforeDealId: null };
    const once = applyMove(testBoard({ new: ['a'], proposal: ['c'] }), move, rates);
    const twice = applyMove(once, move, rates);
    expect(cardsOf(twice)).toEqual(cardsOf(once));
    expect(twice.columns.map(({ count, sum }) => [count, sum])).toEqual(once.columns.map(({ count, sum }) => [count, sum]));
  });
});
