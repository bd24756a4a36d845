import { isId } from '@crm-vision/common/ids';
import { isDay } from '../days/day.js';
import { phoneFragment } from '../fields/phone-text.js';
import type { FieldType } from './list-field.js';
import { InvalidFilterError } from './list.errors.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;
const WHOLE = /^-?\d{1,10}$/;
/** What a column of whole numbers holds. */
const WHOLE_END = 2 ** 31;
const DECIMAL = /^\d{1,12}(\.\d{1,4})?$/;
const TEXT_MAX = 500;

function isInstant(value: string): boolean {
  return INSTANT.test(value) && isDay(value.slice(0, 10)) && toUtc(value) !== null;
}

/** In UTC, since PostgreSQL knows fewer offsets; null for what is no instant from year 1 to 9999. */
export function toUtc(value: string): string | null {
  const time = Date.parse(value);
  const text = Number.isNaN(time) ? '' : new Date(time).toISOString();
  return DAY.test(text.slice(0, 10)) && !text.startsWith('0000') ? text : null;
}

const readable: Readonly<Record<FieldType, { test: (value: string) => boolean; hint: string }>> = {
  text: { test: (value) => value.trim() !== '' && value.length <= TEXT_MAX, hint: 'a text that is not empty' },
  phone: { test: (value) => phoneFragment(value) !== '' && value.length <= TEXT_MAX, hint: 'part of a phone number' },
  word: { test: (value) => value !== '' && value.length <= TEXT_MAX, hint: 'a word' },
  id: { test: isId, hint: 'an id' },
  day: { test: isDay, hint: 'a day such as "2026-05-04"' },
  instant: { test: (value) => isDay(value) || isInstant(value), hint: 'an instant such as "2026-05-04T09:30:00Z", or a day' },
  integer: { test: (value) => WHOLE.test(value) && Number(value) >= -WHOLE_END && Number(value) < WHOLE_END, hint: 'a whole number from -2147483648 to 2147483647' },
  money: { test: (value) => DECIMAL.test(value), hint: 'an amount such as "1234.50"' },
  boolean: { test: (value) => value === 'true' || value === 'false', hint: 'true or false' },
};

/** Refuses a value that the type does not have. */
export function checkValue(field: string, type: FieldType, value: string, words?: readonly string[]): void {
  const { test, hint } = readable[type];
  if (!test(value)) throw new InvalidFilterError('INVALID_VALUE', `The value of "${field}" must be ${hint}.`);
  if (words && !words.includes(value)) throw new InvalidFilterError('INVALID_VALUE', `"${field}" is one of ${words.join(', ')}.`);
}

/** Days around today: "today", "yesterday", "tomorrow", "-7d" (the last seven and today), "+30d" (today and the next thirty). */
export function readWithin(field: string, value: string): [from: number, to: number] {
  const named: Record<string, [number, number]> = { today: [0, 0], yesterday: [-1, -1], tomorrow: [1, 1] };
  const days = /^([+-])(\d{1,4})d$/.exec(value);
  if (days) return days[1] === '-' ? [-Number(days[2]), 0] : [0, Number(days[2])];
  const known = Object.hasOwn(named, value) ? named[value] : undefined;
  if (!known) throw new InvalidFilterError('INVALID_VALUE', `Days of "${field}" are written as "today", "-7d" or "+30d".`);
  return known;
}

/** An amount in units of 10^-digits, exactly: what is finer than one unit stays behind the point. */
export function scaled(amount: string, digits: number): string {
  const [units = '0', fraction = ''] = amount.split('.');
  const finer = fraction.slice(digits);
  return units + fraction.slice(0, digits).padEnd(digits, '0') + (finer && `.${finer}`);
}
