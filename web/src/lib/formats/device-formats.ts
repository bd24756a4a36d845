import type { Formats } from './formats.js';

const weekStarts: Record<number, Formats['weekStart']> = { 6: 'sat', 7: 'sun' };

/** How this device writes, by its region, whatever the language of the app: "en-GB" is a British reader. */
export function deviceFormats(languages: readonly string[] = navigator.languages): Formats {
  const tag = regionalTag(languages);
  return {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    dateOrder: dateOrderOf(tag),
    clock: new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions().hourCycle?.startsWith('h1') ? 'h12' : 'h23',
    numberFormat: numberFormatOf(tag),
    weekStart: weekStarts[firstDayOf(new Intl.Locale(tag))] ?? 'mon',
  };
}

/** The country of the reader, as ISO 3166-1 knows it. */
export function deviceRegion(languages: readonly string[] = navigator.languages): string {
  return new Intl.Locale(regionalTag(languages)).maximize().region ?? 'US';
}

/** The first language that names a region, else the first one with its usual region. */
function regionalTag(languages: readonly string[]): string {
  const known = languages.filter(isTag);
  return known.find((tag) => new Intl.Locale(tag).region) ?? known[0] ?? 'en-US';
}

function isTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}

function dateOrderOf(tag: string): Formats['dateOrder'] {
  const parts = new Intl.DateTimeFormat(tag, { calendar: 'gregory' }).formatToParts(0).map(({ type }) => type);
  if (parts.indexOf('year') < parts.indexOf('day')) return 'ymd';
  return parts.indexOf('month') < parts.indexOf('day') ? 'mdy' : 'dmy';
}

function numberFormatOf(tag: string): Formats['numberFormat'] {
  const parts = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(12_345_678.5);
  const sign = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  const group = sign('group');
  if (/['’]/.test(group)) return 'apostrophePoint';
  if (/\s/.test(group)) return 'spaceComma';
  if (sign('decimal') === ',') return 'pointComma';
  return parts.filter(({ type }) => type === 'integer').at(-2)?.value.length === 2 ? 'indian' : 'commaPoint';
}

interface WithWeek extends Intl.Locale {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

/** Monday is 1. Some browsers do not say. */
function firstDayOf(locale: WithWeek): number {
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? (locale.maximize().region === 'US' ? 7 : 1);
}
