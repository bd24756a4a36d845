import { invalidField } from '@crm-vision/common/errors';

/** One day of a person: as a date, and from when to when it lasts. */
export interface Day {
  /** YYYY-MM-DD. */
  date: string;
  startsAt: Date;
  endsAt: Date;
}

const DAY_MS = 86_400_000;

/** Years whose clocks are known everywhere; before and after them a day is that of UTC. */
const ZONED = { from: '1970', to: '9998' };

/** The day that `now` falls on in a time zone (IANA name; empty: UTC). Days of 23 and 25 hours are what they are. */
export function dayIn(timeZone: string, now: Date): Day {
  const format = formatOf(timeZone || 'UTC');
  const date = format.format(now).slice(0, 10);
  return { date, startsAt: startOf(date, format), endsAt: startOf(addDays(date, 1), format) };
}

/** The instant at which a date begins in a time zone, as PostgreSQL reads it. */
export function startOfDay(timeZone: string, date: string): string {
  const year = date.slice(0, 4);
  return year < ZONED.from || year > ZONED.to ? `${date}T00:00:00Z` : startOf(date, formatOf(timeZone || 'UTC')).toISOString();
}

/** The instant at which the day after it begins. */
export function endOfDay(timeZone: string, date: string): string {
  return date === '9999-12-31' ? 'infinity' : startOfDay(timeZone, addDays(date, 1));
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  try {
    // Swedish writes dates as ISO 8601 does.
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  } catch {
    throw invalidField('timeZone', 'Must be a time zone of IANA, such as "Europe/Berlin".', 'UNKNOWN_TIME_ZONE');
  }
}

/** The instant at which a date begins: midnight as UTC, put right by how far the zone's clock is off at that instant. Twice, for days that change the clock. */
function startOf(date: string, format: Intl.DateTimeFormat): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  let instant = midnight;
  for (let round = 0; round < 2; round += 1) instant = midnight - (Date.parse(`${format.format(instant).replace(' ', 'T')}Z`) - instant);
  return new Date(instant);
}
