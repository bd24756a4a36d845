import { readDomain, shownDomain, type Spellings } from './domain.js';

export const EMAIL_MAX = 254;
/** Marks of text direction and the like, which come with pasted text and nobody sees. */
const UNSEEN = /[\u00ad\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Anything but blanks, control characters, and signs that would need quoting. */
const LOCAL_PART = /^[^\s\p{Cc}@"(),:;<>[\]\\]{1,64}$/u;

/**
 * The rule for emails, the same at the edge, for those who sign in, and for contacts: one @, letters of any language on both sides, a domain with a dot.
 * One mailbox has one spelling, in lower case. Null: no email.
 */
export function readEmail(text: string): Spellings | null {
  const plain = text.normalize('NFKC').replace(UNSEEN, '').trim().toLowerCase();
  const at = plain.lastIndexOf('@');
  const [local, domain] = [plain.slice(0, Math.max(at, 0)), readDomain(plain.slice(at + 1))];
  if (!domain || !LOCAL_PART.test(local) || `${local}@${domain.ascii}`.length > EMAIL_MAX) return null;
  return { shown: `${local}@${domain.shown}`, ascii: `${local}@${domain.ascii}` };
}

/** An email that is kept in ASCII, for people. */
export function shownEmail(ascii: string): string {
  const at = ascii.lastIndexOf('@') + 1;
  return ascii.slice(0, at) + shownDomain(ascii.slice(at));
}
