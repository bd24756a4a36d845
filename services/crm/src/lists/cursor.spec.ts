import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor } from './cursor.js';
import { InvalidCursorError } from './list.errors.js';

const list = ['workspace', 'contact'];
const position = { id: '0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a11', values: ['Ada', '2026-05-04'] };

/** As somebody makes it who has read the source. */
function forged(payload: string): string {
  const seal = createHash('sha256').update(JSON.stringify([list, payload])).digest().subarray(0, 16);
  return Buffer.concat([seal, Buffer.from(payload)]).toString('base64url');
}

it('leads back to its place', () => expect(decodeCursor(encodeCursor(position, list), list)).toEqual(position));

it('belongs to one list', () => expect(() => decodeCursor(encodeCursor(position, list), ['workspace', 'deal'])).toThrow(InvalidCursorError));

it.each(['[', '{"a":1}', 'null', '["x"]', '[1]', `["${position.id}",{}]`])('refuses %s behind a seal that is right', (payload) => {
  expect(() => decodeCursor(forged(payload), list)).toThrow(InvalidCursorError);
});
