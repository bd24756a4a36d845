import { currencyCodes, type Currencies } from '@/lib/sales/currencies.js';
import { currencyMark } from './currency-marks.js';
import { decimalProblemOf, type DecimalLimits, type DecimalProblem } from './decimal-problem.js';
import { NUMBER, plainSigns, readNumber } from './read-number.js';

export interface MoneyRead {
  /** The one that was typed, else the one that was chosen. */
  currency: string;
  amount: string;
  isPlain: boolean;
}

export interface MoneyRefused {
  currency: string;
  limits: DecimalLimits;
  problem: DecimalProblem | 'whichCurrency';
  /** What names no currency, or more than one. */
  mark?: string;
}

const WHOLE_DIGITS = 12;

/** "$1,234.50", "1234,5 €", "EUR 12k": an amount with exactly the digits of its currency. Null for no text. */
export function readMoney(typed: string, chosen: string, currencies: Currencies): MoneyRead | MoneyRefused | null {
  const text = plainSigns(typed);
  if (text === '') return null;
  const number = NUMBER.exec(text);
  const before = text.slice(0, number?.index ?? text.length);
  const after = number ? text.slice(number.index + number[0].length) : '';
  const marks = [before.replace(/[-+]/, '').trim(), after.trim()].filter(Boolean);
  const currency = currencyOf(marks, chosen, currencies);
  const digits = currencies.known.find((known) => known.currency === currency)?.digits ?? 0;
  const limits = { digits, wholeDigits: WHOLE_DIGITS };
  const refused = (problem: MoneyRefused['problem']): MoneyRefused =>
    ({ currency: currency ?? chosen, limits, problem });
  if (!number) return refused('unreadable');
  if (currency === null) {
    return isMark(marks[0]) ? { ...refused('whichCurrency'), mark: marks[0] } : refused('unreadable');
  }
  const read = readNumber((before.includes('-') ? '-' : '') + number[0]);
  if (!read) return refused('unreadable');
  const problem = decimalProblemOf(read.text, limits);
  if (problem) return refused(problem);
  return { currency, amount: withDigits(read.text, digits), isPlain: read.isPlain && marks.length === 0 };
}

/** Every mark must be able to mean it: the chosen one, else the only one that is offered, else what the language means. */
function currencyOf(marks: readonly string[], chosen: string, currencies: Currencies): string | null {
  if (marks.length === 0) return chosen;
  const found = marks.map((mark) => currencyMark(mark, currencies.known.map(({ currency }) => currency)));
  const possible = (found[0]?.currencies ?? []).filter((code) => found.every((mark) => mark.currencies.includes(code)));
  if (possible.includes(chosen)) return chosen;
  const offered = possible.filter((code) => currencyCodes(currencies).includes(code));
  const [only] = offered.length === 1 ? offered : possible;
  if (offered.length === 1 || possible.length === 1) return only ?? null;
  return possible.find((code) => found.some((mark) => mark.usual === code)) ?? null;
}

/** Looks like a currency: other words are no amount at all. */
function isMark(mark = ''): mark is string {
  return /^(\p{Sc}|[\p{L}.]{1,4}\p{Sc}?)$/u.test(mark);
}

function withDigits(text: string, digits: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  return digits === 0 ? whole : `${whole}.${fraction.padEnd(digits, '0')}`;
}
