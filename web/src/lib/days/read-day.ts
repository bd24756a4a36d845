import { today } from '@/lib/format.js';
import { formats } from '@/lib/formats/formats.js';
import { existingDay, nearestDay, shiftDay, weekdayOf, yearOf } from './calendar.js';
import { plainText } from './plain-text.js';
import { daysFromToday, months, numbers, shortWeekdays, spanOf, weekdays } from './words.js';

/** "12/15/26", "15. Dez.", "tomorrow", "in 2 weeks" -> "2026-12-15". Null for what is no day: a day that does not exist is never moved to one that does. */
export function readDay(typed: string): string | null {
  const text = plainText(typed).replace(/(?<=\d)\. (?=\d)/g, '.');
  return fromToday(text) ?? fromWeekday(text) ?? named(text) ?? numeric(text);
}

function fromToday(text: string): string | null {
  const distance = daysFromToday.get(text);
  if (distance !== undefined) return shiftDay(today(), distance, 'day');
  const [, count = '', word = ''] = /^in (\d{1,3}|\p{L}+) (\p{L}+)$/u.exec(text) ?? [];
  const [number, span] = [numbers.get(count) ?? Number(count || Number.NaN), spanOf.get(word)];
  return span && Number.isInteger(number) ? shiftDay(today(), number, span) : null;
}

/** The next one after today; "next Friday" is never one of this week. */
function fromWeekday(text: string): string | null {
  const [, word = '', name = ''] = /^(?:(next|this|nächste[nr]?|diese[nr]?|kommende[nr]?) )?(\p{L}+)\.?$/u.exec(text) ?? [];
  const wanted = weekdays.get(name) ?? shortWeekdays.get(name);
  if (wanted === undefined) return null;
  const now = weekdayOf(today());
  const isThisWeek = wanted > now;
  return shiftDay(today(), wanted - now + (isThisWeek ? 0 : 7) + (isThisWeek && /^n/.test(word) ? 7 : 0), 'day');
}

/** "15 Dec", "December 15th, 2026", "Di., 15. Dezember 26". */
function named(text: string): string | null {
  const [, weekday, rest = ''] = /^(?:(\p{L}+)\.?,? )?(.+)$/u.exec(text) ?? [];
  const expected = weekday === undefined ? undefined : (weekdays.get(weekday) ?? shortWeekdays.get(weekday));
  const found = withMonth(expected === undefined ? text : rest) ?? (expected === undefined ? null : numeric(rest));
  return found !== null && expected !== undefined && weekdayOf(found) !== expected ? null : found;
}

const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? ?(\p{L}{3,})\.?,?(?: (\d{2}|\d{4}))?$/u;
const MONTH_FIRST = /^(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{2}|\d{4}))?$/u;

function withMonth(text: string): string | null {
  const [, day, name, year] = DAY_FIRST.exec(text) ?? swapped(MONTH_FIRST.exec(text)) ?? [];
  const month = name === undefined ? undefined : months.get(name);
  return month === undefined ? null : dated(year, month, Number(day));
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match && [match[0], match[2], match[1], match[3]];
}

function numeric(text: string): string | null {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})$/.exec(text)?.toSpliced(2, 1) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (isoYear) return existingDay(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, first = '', sign = '', second = '', third] = /^(\d{1,2})([-/. ])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?$/.exec(text) ?? [];
  if (first === '') return null;
  for (const order of ordersFor(sign, third)) {
    const [year, month, day] = order === 'ymd' ? [first, second, third] : order === 'mdy' ? [third, first, second] : [third, second, first];
    const found = dated(year, Number(month), Number(day));
    if (found) return found;
  }
  return null;
}

/** The person's own order first; where that makes no day, the other one that can be meant. Points are German. */
function ordersFor(sign: string, third: string | undefined): ('dmy' | 'mdy' | 'ymd')[] {
  const { dateOrder } = formats();
  if (sign === '.') return ['dmy', 'mdy'];
  if (dateOrder === 'ymd') return third?.length === 2 ? ['ymd', 'mdy', 'dmy'] : ['mdy', 'dmy'];
  return dateOrder === 'mdy' ? ['mdy', 'dmy'] : ['dmy', 'mdy'];
}

function dated(year: string | undefined, month: number, day: number): string | null {
  return year === undefined ? nearestDay(month, day) : existingDay(yearOf(year), month, day);
}
