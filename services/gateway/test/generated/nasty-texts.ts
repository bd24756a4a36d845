import type { Route } from '../../src/http/route.js';
import { withValue } from './samples.js';
import { bodyOf, isType, present, type Schema } from './schema.js';

/** Texts that are allowed, and that careless code breaks on. */
export const NASTY_TEXTS = [
  "'; drop table company; --", '%', '_', '\\', '${7*7}', '{{7*7}}', '<script>alert(1)</script>', '\u202Eesrever', '\u200B', '👩‍👩‍👧‍👦', 'ﷺ'.repeat(30), '-1', '1e309', 'null', '[]', '{"a":1}', '../../etc/passwd', 'a'.repeat(80), '\r\nSet-Cookie: x=1', 'İstanbul', 'ß',
];

/** The fields of a body that take free text. */
export function textFields(route: Route): string[] {
  const schema = bodyOf(route);
  return schema ? fields(schema, '') : [];
}

function fields(schema: Schema, at: string): string[] {
  const plain = present(schema);
  if (plain.properties) return Object.entries(plain.properties).flatMap(([name, inner]) => fields(inner, at ? `${at}.${name}` : name));
  if (plain.items) return fields(plain.items, at);
  return isType(plain, 'string') && !plain.enum && plain.format !== 'uuid' ? [at] : [];
}

/** One body with the same text in every field that takes it, and one for each field alone; not where each would cost the hash of a password. */
export function nastyBodies(route: Route, good: unknown, text: string): unknown[] {
  const places = textFields(route);
  const everywhere = places.reduce((body, place) => withValue(body, place, text), good);
  const alone = places.some((place) => /password/i.test(place)) ? [] : places.map((place) => withValue(good, place, text));
  return [everywhere, ...alone];
}
