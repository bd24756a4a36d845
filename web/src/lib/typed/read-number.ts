import { numberSigns } from '@/lib/format.js';

export interface NumberRead {
  /** Decimal text such as "-1234.50", with the digits that were typed. */
  text: string;
  /** Nobody would read it otherwise, so that nothing has to be said about it. */
  isPlain: boolean;
}

const shifts: Record<string, number> = { k: 3, tsd: 3, m: 6, mn: 6, mio: 6 };
const MINUS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const APOSTROPHE = /[\u2018\u2019\u02bc\u02b9\u00b4`\uff07]/g;
/** Where the ten digits of other scripts begin: Arabic, Persian, full width. */
const ZEROS = [0x660, 0x6f0, 0xff10];
/** A number from its first to its last digit, and a letter that multiplies it. A price may end in ",-". */
export const NUMBER = /(?:(?<!\p{L})[.,])?\d(?:[\d.,' ]*\d)?(?:[.,]-{1,2}|[.,])?(?: ?(?:k|tsd|mio|mn|m)(?!\p{L})\.?)?/iu;
const PARTS = /^(?<digits>[\d.,' ]*[\d.,])(?:-{1,2})?(?: ?(?<scale>[a-z]+)\.?)?$/i;
/** Groups of three; in India those before the last one have two. */
const GROUPED = /^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$|^\d{1,2}(?:([.,' ])\d{2})(?:\2\d{2})*\2\d{3}$/;

/** One kind of minus, of apostrophe, of blank and of digits. */
export function plainSigns(typed: string): string {
  return typed
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(MINUS, '-')
    .replace(APOSTROPHE, "'")
    .replace(/\u066b|\uff0e/g, '.')
    .replace(/\u066c|\uff0c/g, ',')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "1.234,50", "1 234.5", "1'234", "12k": null for what nobody can be sure about. */
export function readNumber(typed: string): NumberRead | null {
  const signed = /^([-+]?) ?(.+)$/.exec(plainSigns(typed));
  const unsigned = signed?.[2] ?? '';
  if (NUMBER.exec(unsigned)?.[0] !== unsigned) return null;
  const { digits = '', scale = '' } = PARTS.exec(unsigned)?.groups ?? {};
  const parts = split(digits);
  if (!parts) return null;
  const { whole, fraction } = shifted(parts, shifts[scale.toLowerCase()] ?? 0);
  const text = `${signed?.[1] === '-' ? '-' : ''}${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction && `.${fraction}`}`;
  return { text, isPlain: parts.isSure && isOwnNotation(unsigned) };
}

function isOwnNotation(unsigned: string): boolean {
  return /^\d+[.,]?\d*$/.test(unsigned) && (!/[.,]/.test(unsigned) || unsigned.includes(numberSigns().decimal));
}

interface Parts {
  whole: string;
  fraction: string;
  /** False where the person's format had to say which sign is which. */
  isSure: boolean;
}

/** Which of the signs stands before the digits that are less than one. */
function split(digits: string): Parts | null {
  const place = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const sign = digits[place];
  if (sign === undefined || digits.indexOf(sign) !== place) return withoutFraction(digits, true);
  const head = digits.slice(0, place);
  const tail = digits.slice(place + 1);
  const isSure = tail.length !== 3 || !/^[1-9]\d{0,2}$/.test(head);
  if (!isSure && sign !== numberSigns().decimal) return withoutFraction(digits, false);
  const whole = ungrouped(head);
  return whole !== null && /^\d*$/.test(tail) ? { whole, fraction: tail, isSure } : null;
}

function withoutFraction(digits: string, isSure: boolean): Parts | null {
  const whole = ungrouped(digits);
  return whole === null ? null : { whole, fraction: '', isSure };
}

function ungrouped(digits: string): string | null {
  return /^\d*$/.test(digits) || GROUPED.test(digits) ? digits.replace(/\D/g, '') : null;
}

function shifted({ whole, fraction }: Parts, places: number): { whole: string; fraction: string } {
  const filled = fraction.padEnd(places, '0');
  return { whole: whole + filled.slice(0, places), fraction: filled.slice(places) };
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}
