import { createHash, timingSafeEqual } from 'node:crypto';
import { isId } from '@crm-vision/common/ids';
import { InvalidCursorError } from './list.errors.js';

/** The last row of a page: its values in sort order, as text, and its id. */
export interface Position {
  values: readonly string[];
  id: string;
}

const SEAL_BYTES = 16;

/** Binds a cursor to what it belongs to. It is no secret: a cursor gives nobody more than the list itself does. */
function seal(payload: string, belongsTo: readonly unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify([belongsTo, payload])).digest().subarray(0, SEAL_BYTES);
}

export function encodeCursor({ values, id }: Position, belongsTo: readonly unknown[]): string {
  const payload = JSON.stringify([id, ...values]);
  return Buffer.concat([seal(payload, belongsTo), Buffer.from(payload)]).toString('base64url');
}

/** Throws InvalidCursorError for a cursor that was altered or made for another workspace, list, sort or filter. */
export function decodeCursor(cursor: string, belongsTo: readonly unknown[]): Position {
  const bytes = Buffer.from(cursor, 'base64url');
  const payload = bytes.subarray(SEAL_BYTES).toString();
  if (bytes.length <= SEAL_BYTES || !timingSafeEqual(bytes.subarray(0, SEAL_BYTES), seal(payload, belongsTo))) throw new InvalidCursorError();
  const [id, ...values] = readTexts(payload);
  if (id === undefined || !isId(id)) throw new InvalidCursorError();
  return { id, values };
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
