import { describe, expect, it } from '@jest/globals';
import { parseRate } from '../money/rates.js';
import { type StageTotal, sumColumn } from './board.js';

const rates = { to: 'EUR', rates: new Map([['USD', parseRate('0.5')!]]), former: new Map() };
const total = (more: Partial<StageTotal>): StageTotal => ({ stageId: 'a', currency: 'EUR', frozenTo: '', count: 1, amount: '0', defaultAmount: '0', overrideWeighted: '0', frozen: '0', ...more });

describe('the head of a column', () => {
  it('weighs each deal by its own probability, else by that of the stage', () => {
    // 100.00 at 40 % and 50.00 at 80 %, and 10.00 USD at 40 %
    const totals = [total({ count: 2, amount: '15000', defaultAmount: '10000', overrideWeighted: String(5000 * 80) }), total({ currency: 'USD', amount: '1000', defaultAmount: '1000' })];
    expect(sumColumn({ id: 'a', probability: 40 }, totals, rates)).toEqual({ count: 3, minor: 15500n, weightedMinor: 8200n, missingRates: [] });
  });

  it('counts deals without an amount and names currencies without a rate', () => {
    const totals = [total({ currency: '', count: 4 }), total({ currency: 'CHF', amount: '700', defaultAmount: '700' }), total({ currency: 'SEK', count: 0 }), total({ stageId: 'b', amount: '9' })];
    expect(sumColumn({ id: 'a', probability: 40 }, totals, rates)).toEqual({ count: 5, minor: 0n, weightedMinor: 0n, missingRates: ['CHF'] });
  });

  it('counts closed deals by the rates that they keep', () => {
    const totals = [total({ currency: 'USD', frozenTo: 'EUR', amount: '100000', defaultAmount: '100000', frozen: '90000.00' })];
    expect(sumColumn({ id: 'a', probability: 100 }, totals, rates)).toEqual({ count: 1, minor: 90000n, weightedMinor: 90000n, missingRates: [] });
  });
});
