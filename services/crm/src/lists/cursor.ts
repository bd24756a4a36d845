import { createHash, timingSafeEqual } from 'node:crypto';
import { InvalidCursorError } from '@crm-vision/common/errors';
import { isId } from '@crm-vision/common/ids';

/** The last row of a page: its values in sort order, as text, and its id. */
export interface Position {
  values: readonly string[];
  id: string;
}

/** Types of the columns that lists are sorted by. */
export type KeyType = 'text' | 'timestamptz' | 'timestamp' | 'date' | 'bigint' | 'integer' | 'boolean';

const SEAL_BYTES = 16;

/** Binds a cursor to what it belongs to. It is no secret: a cursor gives nobody more than the list itself does. */
function seal(payload: string, belongsTo: readonly unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify([belongsTo, payload])).digest().subarray(0, SEAL_BYTES);
}

export function encodeCursor({ values, id }: Position, belongsTo: readonly unknown[]): string {
  const payload = JSON.stringify([id, ...values]);
  return Buffer.concat([seal(payload, belongsTo), Buffer.from(payload)]).toString('base64url');
}

/**
 * Throws InvalidCursorError for a cursor that was altered or made for another workspace, list, sort or filter, and for one whose values the columns
 * that the list is sorted by cannot hold.
 */
export function decodeCursor(cursor: string, belongsTo: readonly unknown[], types: readonly KeyType[]): Position {
  const bytes = Buffer.from(cursor, 'base64url');
  const payload = bytes.subarray(SEAL_BYTES).toString();
  if (bytes.length <= SEAL_BYTES || !timingSafeEqual(bytes.subarray(0, SEAL_BYTES), seal(payload, belongsTo))) throw new InvalidCursorError();
  const [id, ...values] = readTexts(payload);
  if (id === undefined || !isId(id) || values.length !== types.length) throw new InvalidCursorError();
  if (!values.every((value, index) => holds(types[index]!, value))) throw new InvalidCursorError();
  return { id, values };
}

const bounds = { integer: 2n ** 31n, bigint: 2n ** 63n };

function holds(type: KeyType, value: string): boolean {
  switch (type) {
    case 'text': return true;
    case 'boolean': return value === 'true' || value === 'false';
    case 'integer':
    case 'bigint': return /^-?\d{1,19}$/.test(value) && BigInt(value) >= -bounds[type] && BigInt(value) < bounds[type];
    default: return isTime(value);
  }
}

/** As PostgreSQL or we write it. What has no time stands behind all that has one, in both directions. */
function isTime(value: string): boolean {
  if (value === 'infinity' || value === '-infinity') return true;
  const [, date, time = '00:00:00Z'] = /^(\d{4,6}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d(?::\d\d)?)?))?$/.exec(value) ?? [];
  return date !== undefined && !Number.isNaN(Date.parse(`${date.length > 10 ? `+${date.padStart(12, '0')}` : date}T${time.slice(0, 8)}Z`));
}

/** Whoever knows how the seal is made can seal anything. */
function readTexts(payload: string): string[] {
  try {
    const texts: unknown = JSON.parse(payload);
    if (Array.isArray(texts) && texts.every((text) => typeof text === 'string')) return texts;
  } catch {
    // Told below.
  }
  throw new InvalidCursorError();
}
