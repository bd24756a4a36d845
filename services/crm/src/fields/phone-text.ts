/** How people write phone numbers, and what of it can be looked for. */

const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Digits, dashes and blanks in their plain form, without the marks of text direction that come with pasted text. */
export function plainPhone(text: string): string {
  return text.normalize('NFKC').replace(/\p{Cf}/gu, '').replace(/[\p{Pd}\u2212\u30fc]/gu, '-').replace(/\p{Z}+/gu, ' ')
    .replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 15)).trim();
}

/** The digits of a part of a number, as they stand in numbers that are kept. Those carry the country code: zeros that stand for it or for leaving the town are no part of them. */
export function phoneFragment(text: string): string {
  return plainPhone(text).replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, '');
}

/** A regular expression for the digits of the numbers that begin as `text` does; `callingCode` is that of the own country, if it is known. */
export function phoneBeginning(text: string, callingCode: string | undefined): string {
  const typed = plainPhone(text);
  const fragment = phoneFragment(typed);
  // In some countries (Italy) the zero stays behind the country code.
  const national = `${callingCode ?? '[1-9][0-9]{0,2}'}0?${fragment}`;
  if (typed.startsWith('+') || typed.startsWith('00')) return `^${fragment}`;
  return /^\(?0/.test(typed) ? `^${national}` : callingCode ? `^(${fragment}|${national})` : `^${fragment}`;
}
