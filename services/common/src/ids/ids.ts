import { v7 } from 'uuid';

/**
 * A new id: UUIDv7, so that ids of one time lie side by side in an index. Of one process each is greater than the one before, also within a
 * millisecond: what one act writes keeps its order.
 */
export function newId(): string {
  return v7();
}

/** 8-4-4-4-12 hexadecimal digits; anything else would be an error in SQL. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isId(text: string): boolean {
  return UUID.test(text);
}
