import german from '@zxcvbn-ts/language-de/dist/commonWords.json.js';
import spanish from '@zxcvbn-ts/language-es-es/dist/commonWords.json.mjs';
import french from '@zxcvbn-ts/language-fr/dist/commonWords.json.mjs';
import italian from '@zxcvbn-ts/language-it/dist/commonWords.json.js';
import portuguese from '@zxcvbn-ts/language-pt-br/dist/commonWords.json.mjs';

/** Of each language; rarer words are hardly guessed sooner than any letters. */
const MOST = 15_000;

/** The most common words of languages whose passwords no list of what was stolen has enough of, the most common of each first. One list: each costs time at every look. */
export function commonWords(): string[] {
  const languages = [german, spanish, french, italian, portuguese];
  const words = Array.from({ length: MOST }, (_none, place) => languages.flatMap((language) => language[place] ?? []));
  return [...new Set(words.flat())];
}
