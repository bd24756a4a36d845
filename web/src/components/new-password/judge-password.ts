import { type MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Why a password is refused. */
export type Weakness = 'short' | 'known' | 'common' | 'dates' | 'keys' | 'repeats';

/**
 * The figures of services/auth/src/passwords, which decides and knows the words of more languages: what is weak here is weak there, and what is not here may be
 * there. So there is no word for a good one. A test keeps the figures in step.
 */
const MIN_LENGTH = 12;
const GUESSES_MIN = 1e9;
const LOOKED_AT = 32;
const FAMOUS = ['correcthorsebatterystaple', 'correct horse battery staple'];

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LOOKED_AT, l33tMaxSubstitutions: 20 });

/** What makes a password easy to guess for somebody who knows these texts about the person; null: nothing that is known here. */
export function weaknessOf(password: string, known: readonly string[]): Weakness | null {
  const letters = [...password];
  if (letters.length < MIN_LENGTH) return 'short';
  const words = [...new Set([...FAMOUS, ...known.flatMap(wordsOf)])];
  const ends = letters.length > LOOKED_AT ? [letters.slice(0, LOOKED_AT), letters.slice(-LOOKED_AT)] : [letters];
  const { guesses, sequence } = ends.map((end) => estimator.check(end.join(''), words)).reduce((one, other) => (other.guesses > one.guesses ? other : one));
  return guesses < GUESSES_MIN ? reasonOf(sequence) : null;
}

function wordsOf(text: string): string[] {
  const parts = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2);
  return [text.toLowerCase(), text.toLowerCase().split('@')[0] ?? '', parts.join(''), ...parts].filter((word) => word.length > 2);
}

const reasons: Record<string, Weakness | undefined> = { date: 'dates', regex: 'dates', spatial: 'keys', repeat: 'repeats', sequence: 'repeats' };

/** What is about the person first, else the longest part that is no noise. */
function reasonOf(sequence: readonly MatchExtended[]): Weakness {
  if (sequence.some(isKnown)) return 'known';
  const [longest] = sequence.filter(({ pattern }) => pattern !== 'bruteforce').sort((one, other) => other.token.length - one.token.length);
  return reasons[longest?.pattern ?? ''] ?? 'common';
}

function isKnown(match: MatchExtended): boolean {
  const { dictionaryName, matchedWord } = match as { dictionaryName?: string; matchedWord?: string };
  return dictionaryName === 'userInputs' && !FAMOUS.includes(matchedWord ?? '');
}
