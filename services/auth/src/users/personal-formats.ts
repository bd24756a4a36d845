import { invalidField } from '@crm-vision/common/errors';
import { isTimeZone } from '@crm-vision/common/time-zones';

/** How a person reads dates, times and numbers; null: not chosen, so that each device decides by its region. */
export interface PersonalFormats {
  dateOrder: string | null;
  /** As BCP 47 names them. */
  clock: string | null;
  numberFormat: string | null;
  weekStart: string | null;
}

const choices: Readonly<Record<keyof PersonalFormats, readonly string[]>> = {
  dateOrder: ['dmy', 'mdy', 'ymd'],
  clock: ['h12', 'h23'],
  numberFormat: ['commaPoint', 'pointComma', 'spaceComma', 'apostrophePoint', 'indian'],
  weekStart: ['mon', 'sat', 'sun'],
};

export const formatNames = Object.keys(choices) as (keyof PersonalFormats)[];

export const noFormats: PersonalFormats = { dateOrder: null, clock: null, numberFormat: null, weekStart: null };

export function checkTimeZone(timeZone: string): string {
  if (!isTimeZone(timeZone)) throw invalidField('timeZone', 'Must be a time zone of IANA, such as "Europe/Berlin".', 'UNKNOWN_TIME_ZONE');
  return timeZone;
}

/** An empty text takes the choice back. */
export function checkFormat(name: keyof PersonalFormats, value: string): string | null {
  if (value === '') return null;
  if (!choices[name].includes(value)) throw invalidField(name, `Must be one of ${choices[name].join(', ')}.`);
  return value;
}
