import { isDeepStrictEqual } from 'node:util';
import { type FieldViolation, InvalidArgumentError } from '@crm-vision/common/errors';
import { z } from 'zod';
import type { HandledRoute, ShownFrom } from './handle.js';
import type { Route } from './route.js';

type Json = Record<string, unknown>;

/**
 * Whoever reads a record, changes a field and sends all of it back means that field. What is as it was is left out, fields that nobody writes included; a
 * change of such a field is refused. The record is read for that only when the body holds one, and compared only at the version that the body names.
 */
export async function withoutUnchanged(body: unknown, { route, shown }: HandledRoute, params: Json, from: ShownFrom): Promise<unknown> {
  if (!shown || typeof body !== 'object' || body === null) return body;
  const readOnly = readOnlyFields(route).filter((field) => Object.hasOwn(body, field));
  if (readOnly.length === 0) return body;
  const current = JSON.parse(JSON.stringify(await shown(from, params as never))) as Json;
  const sent = body as Json;
  // The write itself answers to another version, with the record as it is now.
  if (sent['version'] !== undefined && sent['version'] !== current['version']) return without(sent, readOnly);
  const isSame = (field: string): boolean => isDeepStrictEqual(withoutTitles(sent[field]), withoutTitles(current[field]));
  const changed = readOnly.filter((field) => !isSame(field));
  if (changed.length > 0) throw new InvalidArgumentError(changed.map(violation));
  return without(sent, Object.keys(sent).filter((field) => field !== 'version' && !isRequired(route, field) && isSame(field)));
}

/** What the route answers with and does not take. */
function readOnlyFields({ body, response }: Route): string[] {
  if (!(body instanceof z.ZodObject) || !(response instanceof z.ZodObject)) return [];
  return Object.keys(response.shape).filter((field) => !Object.hasOwn(body.shape, field));
}

const isRequired = ({ body }: Route, field: string): boolean =>
  body instanceof z.ZodObject && body.shape[field] instanceof z.ZodType && !body.shape[field].safeParse(undefined).success;

const violation = (field: string): FieldViolation => ({ field, code: 'READ_ONLY', message: 'Cannot be written. Leave it out, or send it as it was read.' });

const without = (body: Json, fields: readonly string[]): Json => Object.fromEntries(Object.entries(body).filter(([field]) => !fields.includes(field)));

/** What other records are called is theirs: a reference is the same as long as it leads to the same one. */
function withoutTitles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTitles);
  if (typeof value !== 'object' || value === null || !('id' in value)) return value;
  const isReference = Object.keys(value).every((key) => ['id', 'kind', 'name', 'title'].includes(key));
  return isReference ? { id: value.id, ...('kind' in value && { kind: value.kind }) } : value;
}
