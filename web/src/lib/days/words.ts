/** Words of days in the languages of the app. A German may write English, and the other way round, so that both are always read. */
const table = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lines.flatMap((line, index) => line.split(' ').map((word) => [word, index + 1])));

/** Monday is 1. */
export const weekdays = table(['monday montag', 'tuesday dienstag', 'wednesday mittwoch', 'thursday donnerstag', 'friday freitag', 'saturday samstag sonnabend', 'sunday sonntag']);
/** Such as "sat" and "do" these are other words too. */
export const shortWeekdays = table(['mon mo', 'tue tues di', 'wed mi', 'thu thur thurs do', 'fri fr', 'sat sa', 'sun so']);
export const months = table([
  'january januar jänner jan', 'february februar feb', 'march märz maerz mar mär mrz', 'april apr', 'may mai', 'june juni jun', 'july juli jul', 'august aug',
  'september sept sep', 'october oktober oct okt', 'november nov', 'december dezember dec dez',
]);
export const daysFromToday: ReadonlyMap<string, number> = new Map(Object.entries({
  today: 0, heute: 0, tomorrow: 1, morgen: 1, 'day after tomorrow': 2, übermorgen: 2, uebermorgen: 2, yesterday: -1, gestern: -1, vorgestern: -2,
  'next week': 7, 'nächste woche': 7, 'naechste woche': 7,
}));
const spans = { day: 'days tag tage tagen', week: 'weeks woche wochen', month: 'months monat monate monaten', year: 'years jahr jahre jahren' } as const;
export type Span = keyof typeof spans;
export const spanOf: ReadonlyMap<string, Span> = new Map((Object.keys(spans) as Span[]).flatMap((span) => [span, ...spans[span].split(' ')].map((word) => [word, span] as const)));
export const numbers = table(['a an one ein eine einem einer', 'two zwei', 'three drei', 'four vier', 'five fünf', 'six sechs', 'seven sieben', 'eight acht', 'nine neun', 'ten zehn']);
