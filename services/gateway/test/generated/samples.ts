import type { Route } from '../../src/http/route.js';
import { bodyOf, parametersOf, present, type Schema } from './schema.js';
import { kindAt, type World } from './world.js';

/** A valid request for a route, with a way to put something else in one place. */
export interface Sample {
  path: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

/** Where a request names an id: "path.id", "query.exceptId", "body.links.id". */
export type Place = string;

const texts: Readonly<Record<string, string>> = {
  'idn-email': 'somebody@example.com', date: '2026-05-04', 'date-time': '2026-05-04T09:30:00.000Z',
};
const named: Readonly<Record<string, unknown>> = {
  amount: '10.00', currency: 'EUR', defaultCurrency: 'EUR', rate: '1.25', country: 'DE', phone: '+4930901820', dueTime: '09:30', domain: 'example.com', timeZone: 'Europe/Berlin', locale: 'en',
  password: 'seven tame otters juggle', newPassword: 'eight tame otters juggle', currentPassword: 'seven tame otters juggle', kind: 'contact', kinds: 'contact',
};
const OPTIONAL_LEFT_OUT = new Set(['custom', 'filter', 'cursor', 'count', 'linkedTo', 'includeArchived', 'includeRemoved']);

/** `ids` say what stands in each place. */
export function sampleOf(route: Route, { ids }: World): Sample {
  const idAt = (place: string): string => ids[kindAt(route.path, place)];
  const parameter = (name: string, schema: Schema | undefined): string => {
    if (name === 'token') return 'x'.repeat(43);
    if (name === 'record') return `contact:${ids.contact}`;
    // What a list is sorted by differs from list to list; the document gives an example of each.
    if (name === 'sort') return String(schema?.example ?? schema?.examples?.[0]);
    return String(value(schema ?? {}, name, name, idAt));
  };
  const inPath = parametersOf(route, 'path').map(({ name, schema }) => [name, parameter(name, schema)]);
  const inQuery = parametersOf(route, 'query').filter(({ name }) => !OPTIONAL_LEFT_OUT.has(name)).map(({ name, schema }) => [name, parameter(name, schema)]);
  const body = bodyOf(route);
  return { path: Object.fromEntries(inPath), query: Object.fromEntries(inQuery), body: body && value(body, '', '', idAt) };
}

function value(schema: Schema, name: string, place: string, idAt: (place: string) => string): unknown {
  const plain = present(schema);
  if (plain.format === 'uuid') return idAt(place);
  if (plain.const !== undefined) return plain.const;
  if (plain.enum) return plain.enum[0];
  if (name in named && !plain.properties) return named[name];
  if (plain.properties) {
    const fields = Object.entries(plain.properties).filter(([field]) => !OPTIONAL_LEFT_OUT.has(field));
    return Object.fromEntries(fields.map(([field, inner]) => [field, value(inner, field, place ? `${place}.${field}` : field, idAt)]));
  }
  if (plain.items) return Array.from({ length: name === 'stages' ? 3 : Math.max(plain.minItems ?? 0, 1) }, (_, index) => item(plain.items ?? {}, name, place, idAt, index));
  const [type] = [plain.type].flat();
  if (type === 'integer' || type === 'number') return plain.minimum ?? 1;
  if (type === 'boolean') return true;
  if (type === 'object') return {};
  return (plain.format && texts[plain.format]) ?? 'text'.padEnd(plain.minLength ?? 0, 'x');
}

/** A pipeline has an open, a won and a lost stage, and only the first of ours has an id. */
function item(schema: Schema, name: string, place: string, idAt: (place: string) => string, index: number): unknown {
  if (name !== 'stages') return value(schema, name, place, idAt);
  const stage = { name: `Stage ${index}`, type: ['open', 'won', 'lost'][index], probability: [10, 100, 0][index] };
  return index === 0 ? { id: idAt('stages.id'), ...stage } : stage;
}

/** Every place of a request where an id stands. */
export function idPlaces(route: Route): Place[] {
  const inQuery = parametersOf(route, 'query').filter(({ name, schema }) => ['linkedTo', 'record'].includes(name) || (schema && present(schema).format === 'uuid'));
  const body = bodyOf(route);
  return [
    ...parametersOf(route, 'path').filter(({ schema }) => schema && present(schema).format === 'uuid').map(({ name }) => `path.${name}`),
    ...inQuery.map(({ name }) => `query.${name}`),
    ...(body ? idFields(body, 'body') : []),
  ];
}

function idFields(schema: Schema, place: string): Place[] {
  const plain = present(schema);
  if (plain.format === 'uuid') return [place];
  if (plain.items) return idFields(plain.items, place);
  return Object.entries(plain.properties ?? {}).flatMap(([name, inner]) => idFields(inner, `${place}.${name}`));
}

/** The sample with another id in one place. */
export function withId(sample: Sample, place: Place, id: string): Sample {
  const [part = '', ...names] = place.split('.');
  const [first = ''] = names;
  if (part === 'path') return { ...sample, path: { ...sample.path, [first]: id } };
  if (part === 'query') return { ...sample, query: { ...sample.query, [first]: ['linkedTo', 'record'].includes(first) ? `contact:${id}` : id } };
  const isList = names.at(-1) === 'ids' || names.at(-1) === 'contactIds';
  return { ...sample, body: replaced(sample.body, names, isList ? [id] : id) };
}

/** Of a list on the way, the first item. */
function replaced(value: unknown, path: readonly string[], inserted: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return inserted;
  if (Array.isArray(value)) return [replaced(value[0], path, inserted), ...value.slice(1)];
  const object = (value ?? {}) as Record<string, unknown>;
  return { ...object, [name]: replaced(object[name], rest, inserted) };
}

/** Puts a value anywhere in the body; the empty path is the body itself. */
export const withValue = (body: unknown, place: string, inserted: unknown): unknown => replaced(body, place.split('.').filter(Boolean), inserted);

export function addressOf({ path }: Route, { path: parameters, query }: Sample): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
}
