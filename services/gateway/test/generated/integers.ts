import type { Route } from '../../src/http/route.js';
import { type Sample, withValue } from './samples.js';
import { bodyOf, isType, parametersOf, present, type Schema } from './schema.js';

/** A whole number that a request may carry. */
export interface IntegerField {
  /** "version", "stages.probability", as an answer names it but for the places in lists. */
  name: string;
  /** Not a number where the schema says none. */
  minimum: number;
  maximum: number;
  /** The sample with this number in that place. */
  placed(sample: Sample, value: number): Sample;
}

/** Every integer of a route's path, query and body, found in the OpenAPI document. */
export function integersOf(route: Route): IntegerField[] {
  const body = bodyOf(route);
  return [...inParameters(route, 'path'), ...inParameters(route, 'query'), ...(body ? inSchema(body, '') : [])];
}

function inParameters(route: Route, place: 'path' | 'query'): IntegerField[] {
  return parametersOf(route, place).filter(({ schema }) => schema && isType(schema, 'integer')).map(({ name, schema }) => ({
    name, ...edges(schema!), placed: (sample, value) => ({ ...sample, [place]: { ...sample[place], [name]: String(value) } }),
  }));
}

function inSchema(schema: Schema, at: string): IntegerField[] {
  const plain = present(schema);
  if (isType(plain, 'integer')) return [{ name: at, ...edges(plain), placed: (sample, value) => ({ ...sample, body: withValue(sample.body, at, value) }) }];
  if (plain.items) return inSchema(plain.items, at);
  return Object.entries(plain.properties ?? {}).flatMap(([name, inner]) => inSchema(inner, at ? `${at}.${name}` : name));
}

function edges(schema: Schema): { minimum: number; maximum: number } {
  const { minimum = NaN, maximum = NaN } = present(schema);
  return { minimum, maximum };
}
