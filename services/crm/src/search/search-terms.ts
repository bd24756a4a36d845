import { phoneFragment, plainPhone } from '../fields/phone-text.js';
import { escapeLike } from '../lists/filter.js';

/** What a person typed, as the search functions take it. */
export interface SearchTerms {
  /** The whole text, for ranking. */
  text: string;
  /** LIKE pattern of the longest word: the trigram index works on it. Not folded yet. */
  pattern: string;
  /** The pattern holds a trigram: the index can be asked. */
  indexed: boolean;
  /** LIKE patterns of the other words. */
  others: string[];
  /** LIKE pattern of a phone fragment, when the text looks like one. */
  phone: string | null;
}

const WORDS_MAX = 8;
/** A number, also with its extension. */
const PHONE = /^[\d\s()+./-]+((;ext=|x|ext\.?)\s*\d+)?$/i;
const PHONE_DIGITS_MIN = 3;

/** A single letter finds beginnings of words only (" a" begins the trigram of a word); anything longer finds every part. */
export function toSearchTerms(query: string): SearchTerms | null {
  const text = query.trim().replace(/\s+/g, ' ');
  const words = text.split(' ').filter(Boolean).slice(0, WORDS_MAX).sort((a, b) => b.length - a.length);
  const [longest] = words;
  if (longest === undefined) return null;
  return { text, pattern: anywhere(longest), indexed: [...longest].length !== 2, others: words.slice(1).map(anywhere), phone: toPhonePattern(text) };
}

function anywhere(word: string): string {
  return [...word].length === 1 ? `% ${escapeLike(word)}%` : `%${escapeLike(word)}%`;
}

function toPhonePattern(text: string): string | null {
  const digits = PHONE.test(plainPhone(text)) ? phoneFragment(text) : '';
  return digits.length >= PHONE_DIGITS_MIN ? `%${digits}%` : null;
}
