import { fractionDigits } from '@/lib/format.js';

export type DecimalProblem = 'unreadable' | 'negative' | 'notPositive' | 'tooFine' | 'tooLarge';

export interface DecimalLimits {
  /** Digits that may stand behind the point, and before it. */
  digits: number;
  wholeDigits: number;
  isPositive?: boolean;
}

/** What is wrong with decimal text. Digits that there is no place for are a fault: without them it would be another number. */
export function decimalProblemOf(text: string, { digits, wholeDigits, isPositive = false }: DecimalLimits): DecimalProblem | null {
  if (isPositive && !/[1-9]/.test(text)) return 'notPositive';
  if (text.startsWith('-')) return isPositive ? 'notPositive' : 'negative';
  if (fractionDigits(text) > digits) return 'tooFine';
  return (text.split('.')[0] ?? '').length > wholeDigits ? 'tooLarge' : null;
}
