import { domainToASCII, domainToUnicode } from 'node:url';

/** One address in the two ways in which it is written. */
export interface Spellings {
  /** In the letters of its own language, for people. */
  shown: string;
  /** In ASCII (punycode), for comparing. The same as `shown` for most. */
  ascii: string;
}

const ASCII_DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Letters, digits, marks, joiners, hyphens and the dots of several scripts: nothing that an address of the web has beside its domain. */
const DOMAIN = /^(?:[\p{L}\p{N}\p{M}.\-\u3002\uff0e\uff61]|\u200c|\u200d)+$/u;

/** A domain with a dot in it, however it is spelled; null: none. */
export function readDomain(text: string): Spellings | null {
  if (!DOMAIN.test(text)) return null;
  const ascii = domainToASCII(text).replace(/\.$/, '');
  return ASCII_DOMAIN.test(ascii) ? { ascii, shown: shownDomain(ascii) } : null;
}

/** A domain that is kept in ASCII, for people. */
export function shownDomain(ascii: string): string {
  return ascii.includes('xn--') ? domainToUnicode(ascii) || ascii : ascii;
}
