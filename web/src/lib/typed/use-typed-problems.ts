import { useTranslation } from 'react-i18next';
import { formatDecimal, formatNumber } from '@/lib/format.js';
import type { DecimalLimits, DecimalProblem } from './decimal-problem.js';
import type { MoneyRefused } from './read-money.js';

interface Limits extends DecimalLimits {
  /** How it could look. */
  example: string;
}

/** Why what was typed is not taken, and what to write instead. */
export function useTypedProblems() {
  const { t } = useTranslation();
  const decimalProblem = (problem: DecimalProblem, { digits, wholeDigits, example }: Limits) => {
    switch (problem) {
      case 'tooFine': return t('typed.tooFine', { count: digits });
      case 'tooLarge': return t('typed.tooLarge', { count: wholeDigits });
      default: return t(`typed.${problem}`, { example });
    }
  };
  return {
    decimalProblem,
    moneyProblem: ({ problem, currency, limits, mark = '' }: MoneyRefused) => {
      if (problem === 'whichCurrency') return t('typed.whichCurrency', { mark });
      if (problem !== 'tooFine') return decimalProblem(problem, { ...limits, example: formatDecimal('1234.50') });
      return limits.digits === 0 ? t('typed.wholeCurrency', { currency }) : t('typed.tooFineCurrency', { currency, count: limits.digits });
    },
    notWhole: () => t('typed.notWhole'),
    notInRange: (min: number, max: number) => t('typed.notInRange', { min: formatNumber(min), max: formatNumber(max) }),
    needed: () => t('fieldErrors.REQUIRED'),
  };
}
