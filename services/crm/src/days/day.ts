import { invalidField } from '@crm-vision/common/errors';
import { isTimeZone } from '@crm-vision/common/time-zones';
import { type CalendarDate, fromAbsolute, parseDate, toCalendarDate } from '@internationalized/date';

/** One day of a person: as a date, and from when to when it lasts. */
export interface Day {
  /** YYYY-MM-DD. */
  date: string;
  startsAt: Date;
  endsAt: Date;
}

/** Years whose clocks are known everywhere; before and after them a day is that of UTC. */
const ZONED = { from: '1970', to: '9998' };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day that exists, also for PostgreSQL, which knows no year 0. */
export function isDay(value: string): boolean {
  if (!DAY.test(value) || value.startsWith('0000')) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** The day that `now` falls on in a time zone (IANA name). Days of 23 and 25 hours are what they are. */
export function dayIn(timeZone: string, now: Date): Day {
  const zone = requireZone(timeZone);
  const date = toCalendarDate(fromAbsolute(now.getTime(), zone));
  return { date: date.toString(), startsAt: startOf(date, zone), endsAt: startOf(date.add({ days: 1 }), zone) };
}

/** The instant at which a date begins in a time zone, as PostgreSQL reads it. */
export function startOfDay(timeZone: string, date: string): string {
  const year = date.slice(0, 4);
  return year < ZONED.from || year > ZONED.to ? `${date}T00:00:00Z` : startOf(parseDate(date), requireZone(timeZone)).toISOString();
}

/** The instant at which the day after it begins. */
export function endOfDay(timeZone: string, date: string): string {
  return date === '9999-12-31' ? 'infinity' : startOfDay(timeZone, addDays(date, 1));
}

export function addDays(date: string, days: number): string {
  return parseDate(date).add({ days }).toString();
}

function requireZone(timeZone: string): string {
  if (!isTimeZone(timeZone)) throw invalidField('timeZone', 'Must be a time zone of IANA, such as "Europe/Berlin".', 'UNKNOWN_TIME_ZONE');
  return timeZone;
}

/** Where the clock skips midnight, the day begins with what comes after it. */
function startOf(date: CalendarDate, timeZone: string): Date {
  return date.toDate(timeZone);
}
