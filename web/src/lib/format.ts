import i18next from 'i18next';
import type { Schemas } from '@/lib/api/api-types.js';

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
let timeZone: string | undefined;

/** Days begin and clocks run where the workspace is. An unknown zone leaves those of the device. */
export function setTimeZone(zone: string): void {
  try {
    timeZone = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    timeZone = undefined;
  }
  cache.clear();
}

/** Intl objects are slow to make and safe to share. */
function cached<T>(key: string, make: (locale: string) => T): T {
  const locale = i18next.language || 'en';
  const name = `${locale}|${key}`;
  if (!cache.has(name)) cache.set(name, make(locale));
  return cache.get(name) as T;
}

export function formatNumber(value: number): string {
  return cached('number', (locale) => new Intl.NumberFormat(locale)).format(value);
}

export function formatPercent(value: number): string {
  return cached('percent', (locale) => new Intl.NumberFormat(locale, { style: 'percent' })).format(value / 100);
}

/** Whole amounts lose their ".00"; everything else keeps the digits of the currency. */
export function formatMoney(money: Money | null | undefined, { compact = false } = {}): string {
  if (!money) return '';
  const whole = /^-?\d+(\.0+)?$/.test(money.amount);
  const options: Intl.NumberFormatOptions = compact
    ? { notation: 'compact', maximumFractionDigits: 1 }
    : whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  return cached(`${money.currency}|${compact}|${whole}`, (locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency, ...options }))
    // A decimal string keeps its precision; the type only knows numbers.
    .format(money.amount as unknown as number);
}

export function currencyDigits(currency: string): number {
  return cached(`digits|${currency}`, (locale) => new Intl.NumberFormat(locale, { style: 'currency', currency })).resolvedOptions().maximumFractionDigits ?? 2;
}

/** A day such as "2026-05-04", which has no time zone. */
export function formatDay(day: string | null | undefined): string {
  if (!day) return '';
  const date = dayToDate(day);
  const thisYear = day.slice(0, 4) === today().slice(0, 4);
  return cached(`day|${thisYear}`, (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...(thisYear ? {} : { year: 'numeric' }) })).format(date);
}

/** "Today", "tomorrow", "in 3 days", then the day itself. */
export function formatDayRelative(day: string): string {
  const distance = daysFromToday(day);
  if (Math.abs(distance) > 6) return formatDay(day);
  return cached('relative-day', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(distance, 'day');
}

export function formatInstant(instant: string): string {
  return cached('instant', (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone })).format(new Date(instant));
}

export function formatTime(instant: string): string {
  return cached('time', (locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone })).format(new Date(instant));
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
  return cached('iso-day', () => new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })).format(date);
}

/** "2026-05-04" and 3 -> "2026-05-07". */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function daysFromToday(day: string): number {
  return Math.round((dayToDate(day).getTime() - dayToDate(today()).getTime()) / 86_400_000);
}

function dayToDate(day: string): Date {
  return new Date(`${day}T00:00:00`);
}
