import type { FieldViolation } from '@crm-vision/common/errors';

const MAX_DEPTH = 20;
const NUL = '\u0000';

/**
 * What no field may hold, whatever its schema says: characters that PostgreSQL or UTF-8 cannot carry, and nesting that exhausts a stack.
 * One walk over the whole value, before the schemas see it.
 */
export function textViolations(value: unknown, field: string): FieldViolation[] {
  const found: FieldViolation[] = [];
  walk(value, field, 0, found);
  return found;
}

function walk(value: unknown, field: string, depth: number, found: FieldViolation[]): void {
  if (typeof value === 'string') return checkText(value, field, found);
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) {
    found.push({ field, code: 'TOO_DEEP', message: `May be nested ${MAX_DEPTH} levels deep at most.` });
    return;
  }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) walk(value[index], `${field}[${index}]`, depth + 1, found);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const path = field ? `${field}.${key}` : key;
    checkText(key, path, found);
    walk(inner, path, depth + 1, found);
  }
}

function checkText(text: string, field: string, found: FieldViolation[]): void {
  if (text.includes(NUL) || !text.isWellFormed()) {
    found.push({ field: field.toWellFormed().replaceAll(NUL, ''), code: 'INVALID_TEXT', message: 'May hold neither NUL nor half of a surrogate pair.' });
  }
}
