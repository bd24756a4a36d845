const FROM = '\u2068';
const TO = '\u2069';
const MARKS = /[\u2066-\u2069]/gu;

/** A name that somebody typed, for a place in a sentence: its direction is its own, the sentence keeps the reader's. */
export function isolated(name: string): string {
  return `${FROM}${name.replace(MARKS, '')}${TO}`;
}

/** The parts of a sentence: at even places its words, at odd ones what is isolated. */
export function partsOf(sentence: string): string[] {
  return sentence.split(MARKS);
}
