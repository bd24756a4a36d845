import type { FieldViolation } from '@crm-vision/common/errors';
import { shortName } from './input-issues.js';

const NUL = '\u0000';

/**
 * What no field may hold, whatever its schema says: characters that PostgreSQL or UTF-8 cannot carry. One walk over the whole value, before the schemas
 * see it; how deep it can be was checked when the body was read.
 */
export function textViolations(value: unknown, field: string): FieldViolation[] {
  const found: FieldViolation[] = [];
  walk(value, field, found);
  return found;
}

function walk(value: unknown, field: string, found: FieldViolation[]): void {
  if (typeof value === 'string') return checkText(value, field, found);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) walk(value[index], `${field}[${index}]`, found);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const path = field ? `${field}.${key}` : key;
    checkText(key, path, found);
    walk(inner, path, found);
  }
}

function checkText(text: string, field: string, found: FieldViolation[]): void {
  if (text.includes(NUL) || !text.isWellFormed()) {
    found.push({ field: shortName(field.toWellFormed().replaceAll(NUL, '')), code: 'INVALID_TEXT', message: 'May hold neither NUL nor half of a surrogate pair.' });
  }
}

/** Letters below this one are composed already. */
const MAY_COMPOSE = /[\u0300-\uffff]/;

/** The same value with every text composed (NFC): a letter and its mark, or the parts of a Hangul syllable, typed apart on some devices, are one letter. */
export function composed(value: unknown): unknown {
  if (typeof value === 'string') return MAY_COMPOSE.test(value) ? value.normalize('NFC') : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(composed);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [composed(key), composed(inner)]));
}
