import { type FieldViolation } from '@crm-vision/common/errors';
import { type CountryCode, getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min';
import { plainPhone } from './phone-text.js';

/** The number within its company, under the names that people give it. */
const EXTENSION = /(?:;ext=|[\s,;]*(?:extension|extn?|x|#|durchwahl|nebenstelle|apparat|app|dw|klappe|kl|poste|interno|int|доб)[.:]*\s*)(\d{1,7})$/i;
const NUMBER = /^\+?[\d\s().\-/]+$/;

/** A number as it is kept, or why it is none. */
export type ReadPhone = { number: string } | { problem: Pick<FieldViolation, 'code' | 'message'> };

const invalid = (message: string): ReadPhone => ({ problem: { code: 'INVALID_PHONE', message } });

const known = (country: string): CountryCode | undefined => (isSupportedCountry(country as CountryCode, metadata) ? (country as CountryCode) : undefined);

export function callingCodeOf(country: string): string | undefined {
  const home = known(country);
  return home && getCountryCallingCode(home, metadata);
}

/**
 * E.164, with ";ext=123" behind it (RFC 3966) when it has an extension. A number without a country code is one of the country given, if any. What could be
 * two numbers, or lacks the prefix of its town, is refused: nobody can guess.
 */
export function readPhone(text: string, country: string): ReadPhone {
  const typed = plainPhone(text).replace(/^tel:/i, '').replace(/^00(?=[1-9 ])/, '+');
  const [ending = '', extension] = EXTENSION.exec(typed) ?? [];
  const written = typed.slice(0, typed.length - ending.length).trim();
  if (!NUMBER.test(written)) return invalid('Write digits, with signs between them only, such as "+49 30 123456" or "+1 415 555 2671 ext. 123".');
  const home = known(country);
  const international = written.startsWith('+');
  if (!international && !home) return { problem: { code: 'PHONE_NEEDS_COUNTRY', message: 'Write it with the country code, such as "+49 30 123456".' } };
  const number = parsePhoneNumberFromString(written, { ...(home && { defaultCountry: home }), extract: false }, metadata);
  if (!(international ? number?.isPossible() : number?.isValid()) || !number) {
    return invalid(international ? 'This is no phone number of any country.' : `This is no phone number of the country ${country}. Numbers of others need their country code.`);
  }
  const digits = digitsOf(written);
  const lacksPrefix = digits === String(number.nationalNumber) && digits !== digitsOf(number.formatNational());
  if (lacksPrefix && !international) return invalid('Write it with the prefix of its town or network, or with the country code.');
  if (mayBeTwo(written, number.nationalNumber)) return { problem: { code: 'SEVERAL_PHONES', message: 'What stands behind the "/" may be another number: write one in each field.' } };
  return { number: extension === undefined ? number.number : `${number.number};ext=${extension}` };
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** "030/123456" sets its town apart; "030 123456 / 7" names another ending, and "030 123456 / 0171 98765" another number. */
function mayBeTwo(written: string, national: string): boolean {
  const [, behind, more] = written.split('/');
  if (behind === undefined) return false;
  const tail = digitsOf(behind).length;
  return more !== undefined || tail < 4 || national.length - tail > 5;
}
