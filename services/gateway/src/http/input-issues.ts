import type { FieldViolation } from '@crm-vision/common/errors';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const codes: Partial<Record<Issue['code'], string>> = {
  invalid_type: 'INVALID_TYPE', too_big: 'TOO_BIG', too_small: 'TOO_SMALL', invalid_format: 'INVALID_FORMAT', invalid_value: 'INVALID_VALUE', not_multiple_of: 'INVALID_VALUE',
};

/** zod's issues as the errors[] of a problem: dotted paths, a code, a sentence; an error for each unknown field. */
export function violationsOf(issues: readonly Issue[], root: string, prefix: readonly PropertyKey[] = []): FieldViolation[] {
  return issues.flatMap((issue) => violations(issue, root, [...prefix, ...issue.path]));
}

function violations(issue: Issue, root: string, path: readonly PropertyKey[]): FieldViolation[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: fieldName([...path, key], root), code: 'UNKNOWN_FIELD', message: 'Is not known here.' }));
  }
  if (issue.code === 'invalid_union') {
    const nearest = nearestBranch(issue.errors);
    if (nearest) return violationsOf(nearest, root, path);
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  if (missing) return [{ field: fieldName(path, root), code: 'REQUIRED', message: 'Must be given.' }];
  return [{ field: fieldName(path, root), code: codeOf(issue), message: issue.message }];
}

/** A rule of our own may name its code. */
function codeOf(issue: Issue): string {
  const own: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return typeof own === 'string' ? own : (codes[issue.code] ?? 'INVALID_VALUE');
}

/** Of the forms that a value may have, the one that it resembles most: the deepest issue, then the fewest. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (branch: readonly Issue[]): number => Math.max(0, ...branch.map(({ path }) => path.length));
  const strangers = (branch: readonly Issue[]): number => branch.filter(({ code }) => code === 'unrecognized_keys').length;
  return branches.filter((branch) => branch.length > 0).toSorted((a, b) => strangers(a) - strangers(b) || depth(b) - depth(a) || a.length - b.length)[0];
}

/** ["emails", 1, "email"] -> "emails[1].email". */
function fieldName(path: readonly PropertyKey[], root: string): string {
  const name = path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`)).join('');
  return shortName(name) || root;
}

const MAX_NAME = 200;

/** Names of fields come from the caller, who may make them as long as a body. */
export function shortName(field: string): string {
  return field.length > MAX_NAME ? `${field.slice(0, MAX_NAME).toWellFormed()}…` : field;
}
