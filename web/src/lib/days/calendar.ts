import { today } from '@/lib/format.js';
import type { Span } from './words.js';

/** The bounds of the API: years in which somebody plans. */
export const FIRST_DAY = '1900-01-01';
export const LAST_DAY = '2199-12-31';
/** Two digits mean a year from this many years ago on. */
const CENTURY_BEGINS = 50;

/** YYYY-MM-DD; null for February 31st, and for years in which nobody plans. */
export function existingDay(year: number, month: number, day: number): string | null {
  // Years before 100 would be taken for those of the last century.
  if (!(year >= 1000 && year <= 9999)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const iso = isoDay(date);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && iso >= FIRST_DAY && iso <= LAST_DAY ? iso : null;
}

/** "26" -> 2026: the year with these digits from 50 years ago to 49 years ahead. */
export function yearOf(digits: string): number {
  if (digits.length > 2) return Number(digits);
  const first = Number(today().slice(0, 4)) - CENTURY_BEGINS;
  return first + ((Number(digits) - first) % 100 + 100) % 100;
}

/** Of last, this and next year the one whose day is closest. */
export function nearestDay(month: number, day: number): string | null {
  const now = today();
  const year = Number(now.slice(0, 4));
  const found = [year, year + 1, year - 1].map((one) => existingDay(one, month, day)).filter((one) => one !== null);
  const distance = (one: string) => Math.abs(Date.parse(one) - Date.parse(now));
  return found.reduce<string | null>((best, one) => (best === null || distance(one) < distance(best) ? one : best), null);
}

/** A month after January 31st is the last day of February. */
export function shiftDay(day: string, count: number, span: Span): string | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  if (span === 'day' || span === 'week') {
    const shifted = new Date(Date.UTC(year, month - 1, date + count * (span === 'week' ? 7 : 1)));
    return existingDay(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, shifted.getUTCDate());
  }
  const target = new Date(Date.UTC(year, month - 1 + count * (span === 'year' ? 12 : 1), 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return existingDay(target.getUTCFullYear(), target.getUTCMonth() + 1, Math.min(date, last));
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
