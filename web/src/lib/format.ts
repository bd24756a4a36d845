import i18next from 'i18next';
import type { Schemas } from '@/lib/api/api-types.js';
import { formats, type Formats, onFormats } from './formats/formats.js';
import { withOwnSigns } from './formats/number-signs.js';

export { numberSigns } from './formats/number-signs.js';

type Money = Schemas['Money'];

const relativeUnits: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const cache = new Map<string, unknown>();
onFormats(() => cache.clear());

function language(): string {
  return i18next.language || 'en';
}

/** Intl objects are slow to make and safe to share. */
function cached<T>(key: string, make: (locale: string) => T): T {
  const locale = language();
  const name = `${locale}|${key}`;
  if (!cache.has(name)) cache.set(name, make(locale));
  return cache.get(name) as T;
}

export function formatNumber(value: number): string {
  return withOwnSigns(cached('number', (locale) => new Intl.NumberFormat(locale)).formatToParts(value));
}

/** "2 contacts, 1 deal, and 3 tasks". */
export function formatList(texts: readonly string[]): string {
  return cached('list', (locale) => new Intl.ListFormat(locale)).format(texts);
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** In the largest unit that leaves a number of at least one, such as "1.5 GB". */
export function formatBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), BYTE_UNITS.length - 1);
  const options: Intl.NumberFormatOptions = { style: 'unit', unit: BYTE_UNITS[power]!, unitDisplay: power === 0 ? 'long' : 'short', maximumFractionDigits: 1 };
  return withOwnSigns(cached(`bytes ${power}`, (locale) => new Intl.NumberFormat(locale, options)).formatToParts(bytes / 1024 ** power));
}

export function formatPercent(value: number): string {
  return withOwnSigns(cached('percent', (locale) => new Intl.NumberFormat(locale, { style: 'percent' })).formatToParts(value / 100));
}

/** Decimal text such as "1234.50" with all of its digits. */
export function formatDecimal(text: string, { isGrouped = true } = {}): string {
  const digits = fractionDigits(text);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: isGrouped };
  const format = cached(`decimal|${digits}|${isGrouped}`, (locale) => new Intl.NumberFormat(locale, options));
  // A decimal string keeps its precision; the type only knows numbers.
  return withOwnSigns(format.formatToParts(text as unknown as number));
}

/**
 * Shows the digits that the server gave, which are those of the currency: browsers round several currencies to what shops use.
 * Whole amounts lose their ".00", unless every digit is wanted.
 */
export function formatMoney(money: Money | null | undefined, { allDigits = false } = {}): string {
  if (!money) return '';
  const { amount, currency } = money;
  const digits = !allDigits && /^-?\d+(\.0+)?$/.test(amount) ? 0 : fractionDigits(amount);
  const options = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  const format = cached(`${currency}|${digits}`, (locale) => new Intl.NumberFormat(locale, options));
  return withOwnSigns(format.formatToParts(amount as unknown as number));
}

export function fractionDigits(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** "4 May", "May 4, 2025", "2026-05-04": a day, which has no time zone, in the order of the person. */
export function formatDay(day: string | null | undefined): string {
  if (!day) return '';
  if (formats().dateOrder === 'ymd') return day;
  const thisYear = day.slice(0, 4) === today().slice(0, 4);
  return cached(`day|${thisYear}`, () => new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'short', ...(thisYear ? {} : { year: 'numeric' }), timeZone: 'UTC' })).format(dayToDate(day));
}

/** "Monday, 4 May 2026": nobody can misread it. */
export function formatLongDay(day: string): string {
  const isIso = formats().dateOrder === 'ymd';
  const options: Intl.DateTimeFormatOptions = { weekday: 'long', ...(isIso ? {} : { day: 'numeric', month: 'long', year: 'numeric' }), timeZone: 'UTC' };
  const text = cached('long-day', () => new Intl.DateTimeFormat(dateLocale(), options)).format(dayToDate(day));
  return isIso ? `${text}, ${day}` : text;
}

/** "04/05/2026": as it is typed. */
export function formatShortDay(day: string, order: Formats['dateOrder'] = formats().dateOrder): string {
  const [year, month, date] = day.split('-');
  switch (order) {
    case 'ymd': return day;
    case 'mdy': return [month, date, year].join('/');
    default: return [date, month, year].join(language().startsWith('de') ? '.' : '/');
  }
}

/** "Today", "tomorrow", "in 3 days", then the day itself. */
export function formatDayRelative(day: string): string {
  const distance = daysFromToday(day);
  if (Math.abs(distance) > 6) return formatDay(day);
  return cached('relative-day', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(distance, 'day');
}

/** A moment in full: the day, and the time as it stands everywhere. */
export function formatInstant(instant: string): string {
  return `${formatLongDay(toDay(new Date(instant)))}, ${formatTime(instant)}`;
}

export function formatTime(instant: string): string {
  return clock(formats().timeZone).format(new Date(instant));
}

/** "09:30", a time without a day or a zone, as the person's clock shows it. */
export function formatClock(time: string | null | undefined): string {
  return time ? clock('UTC').format(new Date(`1970-01-01T${time}Z`)) : '';
}

function clock(timeZone: string): Intl.DateTimeFormat {
  const hourCycle = formats().clock;
  return cached(`time|${timeZone}`, (locale) => new Intl.DateTimeFormat(locale, { hour: hourCycle === 'h12' ? 'numeric' : '2-digit', minute: '2-digit', hourCycle, timeZone }));
}

/** "2 hours ago", "now". Show it with `formatInstant` as the title. */
export function formatRelative(instant: string, now = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const format = cached('relative', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));
  for (const [unit, size] of relativeUnits) {
    // What is to come is rounded: in seven days less a minute is in seven days.
    if (Math.abs(seconds) >= size) return format.format(seconds > 0 ? Math.round(seconds / size) : Math.trunc(seconds / size), unit);
  }
  return format.format(0, 'second');
}

export function today(): string {
  return toDay(new Date());
}

/** The day of an instant, as YYYY-MM-DD. */
export function toDay(date: Date): string {
  return dayIn(formats().timeZone, date);
}

/** The day of an instant where somebody else's clock runs. */
export function dayIn(timeZone: string, date: Date): string {
  return cached(`iso-day|${timeZone}`, () => new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })).format(date);
}

/** What the person's clock shows now, as HH:MM. */
export function clockNow(): string {
  const { timeZone } = formats();
  return cached(`clock|${timeZone}`, () => new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })).format(new Date());
}

/** "2026-05-04" and 3 -> "2026-05-07". */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function daysFromToday(day: string): number {
  return Math.round((dayToDate(day).getTime() - dayToDate(today()).getTime()) / 86_400_000);
}

function dayToDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** English has two orders of a day whose month is a word; other languages have one. */
function dateLocale(): string {
  if (!language().startsWith('en')) return language();
  return formats().dateOrder === 'mdy' ? 'en-US' : 'en-GB';
}
