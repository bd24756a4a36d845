import { randomUUIDv7 } from 'node:crypto';

/** A new id: UUIDv7, so that ids of one time lie side by side in an index. */
export function newId(): string {
  return randomUUIDv7();
}

/** 8-4-4-4-12 hexadecimal digits; anything else would be an error in SQL. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isId(text: string): boolean {
  return UUID.test(text);
}
