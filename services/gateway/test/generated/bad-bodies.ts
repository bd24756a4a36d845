import type { Route } from '../../src/http/route.js';
import { withValue } from './samples.js';
import { bodyOf, isNullable, isType, present, resolved, type Schema } from './schema.js';

/** Something wrong in a body, and the field that the answer has to name. */
export interface BadBody {
  what: string;
  body: unknown;
  field: string;
}

const NUL = 'a\u0000b';
const HALF_A_PAIR = 'a\ud800b';

/** For each field of a body all that its schema forbids. `good` is a valid body. */
export function badBodies(route: Route, good: unknown): BadBody[] {
  const schema = bodyOf(route);
  if (!schema) return [{ what: 'a body that the route does not take', body: { nope: 1 }, field: 'nope' }];
  return [
    ...[null, [], 'text', 5].map((body) => ({ what: `${JSON.stringify(body)} instead of an object`, body, field: 'body' })),
    ...badFields(schema, good, ''),
  ];
}

function badFields(schema: Schema, good: unknown, at: string): BadBody[] {
  const { properties = {}, required = [] } = resolved(schema);
  const wrong = (what: string, name: string, value: unknown, field = placed(at, name)): BadBody => ({ what: `${placed(at, name)}: ${what}`, body: withValue(good, placed(at, name), value), field });
  const unknown = wrong('a field that nobody knows', 'nope', 1);
  return [
    unknown,
    ...Object.entries(properties).flatMap(([name, field]) => [
      ...wrongValues(field).map(([what, value]) => wrong(what, name, value)),
      ...(required.includes(name) ? [wrong('missing', name, undefined)] : []),
      ...(isNullable(field) ? [] : [wrong('null', name, null)]),
      ...inside(field, good, placed(at, name)),
    ]),
  ];
}

function inside(field: Schema, good: unknown, at: string): BadBody[] {
  const plain = present(field);
  if (plain.properties) return badFields(plain, good, at);
  return plain.items && present(plain.items).properties ? badFields(present(plain.items), good, at) : [];
}

function wrongValues(field: Schema): [what: string, value: unknown][] {
  const plain = present(field);
  if (plain.enum) return [['a word that is none of these', 'nope'], ['a number', 7], ['a list', [plain.enum[0]]]];
  if (isType(field, 'string')) return [['a number', 5], ['an object', { a: 1 }], ['NUL', NUL], ['half of a surrogate pair', HALF_A_PAIR], ...tooLong(plain), ...badFormat(plain)];
  if (isType(field, 'integer')) return [['text', '5'], ['a fraction', 1.5], ['more than is exact', 1e30], ...(plain.minimum === undefined ? [] : [['too small', plain.minimum - 1] as [string, unknown]])];
  if (isType(field, 'boolean')) return [['text', 'true'], ['a number', 1]];
  if (plain.items) return [['text', 'x'], ['an object', {}], ['too many', Array.from({ length: (plain.maxItems ?? 500) + 1 }, () => 'x')], ['a list of nothing', [null]]];
  if (plain.properties) return [['text', 'x'], ['a list', []]];
  return [['text', 'x'], ['a number', 5]];
}

const tooLong = ({ maxLength }: Schema): [string, unknown][] => (maxLength === undefined ? [] : [['too long', 'x'.repeat(maxLength + 1)]]);
const badFormat = ({ format, pattern }: Schema): [string, unknown][] => (format ?? pattern ? [['of another form', '?! no ?!']] : []);
const placed = (at: string, name: string): string => (at ? `${at}.${name}` : name);
