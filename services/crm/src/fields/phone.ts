import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min';
import { z } from 'zod';

/** E.164, or null when it is no number of any country. A number needs its country code: nobody can guess the country. */
export function normalisePhone(value: string): string | null {
  const number = parsePhoneNumberFromString(value.trim().replace(/^00/, '+'), metadata);
  return number?.isPossible() ? number.number : null;
}

/** A phone number that a person wrote, as E.164. */
export const phone = z.string().trim().max(40, 'May have 40 characters at most.').transform((value, context) => {
  const number = normalisePhone(value);
  if (number) return number;
  const international = /^(\+|00)/.test(value);
  context.addIssue({ code: 'custom', params: { code: 'INVALID_PHONE' }, message: international ? 'This is no phone number of any country.' : 'Write it with the country code, such as "+49 30 123456".' });
  return z.NEVER;
});
