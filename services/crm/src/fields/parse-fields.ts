import { type FieldViolation, InvalidArgumentError } from '@crm-vision/common/errors';
import type { z } from 'zod';

const codes: Readonly<Record<string, string>> = { too_big: 'TOO_LONG', too_small: 'REQUIRED', unrecognized_keys: 'UNKNOWN_FIELD' };

/** What a person writes about a record, as its message carries it. `clear` names the fields to empty. */
export interface FieldInput {
  clear: readonly string[];
}

/** The fields that are given; those to empty as null. */
export function givenFields({ clear, ...fields }: FieldInput & object): Record<string, unknown> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...Object.fromEntries(clear.map((name) => [name, null])) };
}

/** Reads fields by the rules of a schema; throws with a violation for each wrong one. */
export function parseFields<T extends z.ZodType>(schema: T, fields: object): z.output<T> {
  const result = schema.safeParse(fields);
  if (result.success) return result.data;
  throw new InvalidArgumentError(result.error.issues.flatMap(toViolations));
}

function toViolations(issue: z.core.$ZodIssue): FieldViolation[] {
  const code = codes[issue.code] ?? (issue.code === 'custom' && typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'INVALID_VALUE');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((field) => ({ field, code, message: 'There is no such field.' }));
  const field = issue.path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('');
  return [{ field, code, message: issue.message }];
}
