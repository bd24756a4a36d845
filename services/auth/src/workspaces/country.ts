import { invalidField } from '@crm-vision/common/errors';

/** What TypeScript does not know of Intl.Locale yet. */
interface Region {
  region?: string;
  getTimeZones?: () => string[];
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
let countries: ReadonlyMap<string, string> | undefined;

/** The country of an IANA time zone, else of a language with a region ("de-AT"); empty when neither says. */
export function guessCountry(timeZone: string, locale: string): string {
  countries ??= new Map(LETTERS.flatMap((a) => LETTERS.flatMap((b) => zonesOf(a + b).map((zone) => [canonical(zone), a + b] as const))));
  const region = /-([A-Z]{2})(-|$)/.exec(locale)?.[1] ?? '';
  return countries.get(canonical(timeZone)) ?? (zonesOf(region).length > 0 ? region : '');
}

/** An ISO 3166-1 code of two letters; the empty text is none. */
export function checkCountry(country: string): string {
  if (country === '' || zonesOf(country).length > 0) return country;
  throw invalidField('country', 'Must be an ISO 3166-1 code of two letters, such as "DE".');
}

/** The time zones of a country that exists; none for codes that stand for another one by now ("DD", "SU", "UK"). */
function zonesOf(country: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const locale = new Intl.Locale(`und-${country}`) as Region;
  return locale.region === country ? (locale.getTimeZones?.() ?? []) : [];
}

function canonical(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
}
