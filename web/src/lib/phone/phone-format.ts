import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min';

/** A number as it is kept ("+14155552671;ext=123"): in national form for the own country, in international form for others. What is no number stays as it is. */
export function formatPhone(kept: string, country: string | null, extension: (digits: string) => string): string {
  const number = parsePhoneNumberFromString(kept, { extract: false }, metadata);
  if (!number) return kept;
  const options = { formatExtension: (text: string, digits: string) => `${text} ${extension(digits)}` };
  return number.country !== undefined && number.country === country ? number.formatNational(options) : number.formatInternational(options);
}
