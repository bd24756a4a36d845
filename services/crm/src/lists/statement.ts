import { createHash } from 'node:crypto';
import type { Statement } from '@crm-vision/common/database';

/** Each name costs memory on every connection of the database, so that shapes beyond these are parsed each time. */
const NAMES_MAX = 400;
const names = new Map<string, string>();

/** A statement that was put together, prepared under a name that belongs to its text. */
export function composedStatement(prefix: string, text: string, values: readonly unknown[]): Statement {
  return { name: nameOf(prefix, text), text, values };
}

function nameOf(prefix: string, text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= NAMES_MAX) return '';
  const name = `${prefix}_${createHash('sha1').update(text).digest('base64url').slice(0, 16)}`;
  names.set(text, name);
  return name;
}
