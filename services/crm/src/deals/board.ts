import { convertTotals, type RateTable, toSteps } from '../money/rates.js';
import type { Stage } from '../pipelines/pipeline.js';

/** Count and sums of the deals of one stage in one currency; '' for those without an amount. Amounts are minor units as text. */
export interface StageTotal {
  stageId: string;
  currency: string;
  /** The currency that the frozen rates of closed deals lead to; '' for deals that have none. */
  frozenTo: string;
  count: number;
  amount: string;
  /** Of the deals that have no probability of their own. */
  defaultAmount: string;
  /** Amount times percent of the deals that have one. */
  overrideWeighted: string;
  /** Amount times rate of those with a frozen one. */
  frozen: string;
}

/** The head of a column: in the workspace's currency. */
export interface ColumnSums {
  count: number;
  minor: bigint;
  weightedMinor: bigint;
  /** Currencies without a rate, left out of the sums. */
  missingRates: string[];
}

export function sumColumn(stage: Pick<Stage, 'id' | 'probability'>, totals: readonly StageTotal[], rates: RateTable): ColumnSums {
  const own = totals.filter(({ stageId }) => stageId === stage.id);
  const money = own.filter(({ currency, count }) => currency !== '' && count > 0).map(({ currency, frozenTo, amount, defaultAmount, overrideWeighted, frozen }) => {
    const percent = BigInt(stage.probability);
    return frozenTo === ''
      ? { currency, frozenTo: null, sum: toSteps(amount), sumTimesPercent: toSteps(defaultAmount) * percent + toSteps(overrideWeighted) }
      : { currency, frozenTo, sum: toSteps(frozen), sumTimesPercent: toSteps(frozen) * percent };
  });
  const { minor, weightedMinor, missing } = convertTotals(money, rates);
  return { count: own.reduce((sum, { count }) => sum + count, 0), minor, weightedMinor, missingRates: missing };
}
