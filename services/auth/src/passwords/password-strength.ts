import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { commonWords } from './common-words.js';

/** Guesses that an attacker needs who knows lists, names, years and patterns. Three unrelated words take a million times as many. */
const GUESSES_MIN = 1e9;
/** The time of a look grows with the length, and it holds up everything else: a tenth of a second at most. */
const LOOKED_AT = 32;
/** Never on a list of what was stolen, and tried all the same. */
const FAMOUS = ['correcthorsebatterystaple', 'correct horse battery staple'];

let estimator: ZxcvbnFactory | undefined;

/** Reading the lists takes half a second: before the service serves, not within the first sign-up. */
export function readPasswordLists(): void {
  estimator ??= new ZxcvbnFactory({ dictionary: { ...dictionary, words: commonWords() }, graphs: adjacencyGraphs, maxLength: LOOKED_AT, l33tMaxSubstitutions: 20 });
  estimator.check('a first look is the slowest', FAMOUS);
}

/** Whether the password is easy to guess for somebody who knows these words about the person. */
export function isEasyToGuess(password: string, known: readonly string[]): boolean {
  if (!estimator) readPasswordLists();
  const words = [...new Set([...FAMOUS, ...known.flatMap(wordsOf)])];
  const letters = [...password];
  // Of a long one either end may be what makes it hard.
  const ends = letters.length > LOOKED_AT ? [letters.slice(0, LOOKED_AT), letters.slice(-LOOKED_AT)] : [letters];
  return ends.every((end) => guessesOf(end.join(''), words) < GUESSES_MIN);
}

function guessesOf(text: string, words: string[]): number {
  return estimator?.check(text, words).guesses ?? 0;
}

/** "Ada Lovelace" is also "AdaLovelace", "Ada" and "Lovelace"; "ada.lovelace@example.com" also "ada", "lovelace" and "example". */
function wordsOf(text: string): string[] {
  const parts = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2);
  return [text.toLowerCase(), parts.join(''), ...parts].filter((word) => word.length > 2);
}
