import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, type KeyType } from './cursor.js';
import { InvalidCursorError } from '@crm-vision/common/errors';

const list = ['workspace', 'contact'];
const position = { id: '0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a11', values: ['Ada', '2026-05-04'] };

/** As somebody makes it who has read the source. */
function forged(payload: string): string {
  const seal = createHash('sha256').update(JSON.stringify([list, payload])).digest().subarray(0, 16);
  return Buffer.concat([seal, Buffer.from(payload)]).toString('base64url');
}

it('leads back to its place', () => expect(decodeCursor(encodeCursor(position, list), list, ['text', 'date'])).toEqual(position));

it('belongs to one list', () => expect(() => decodeCursor(encodeCursor(position, list), ['workspace', 'deal'], ['text', 'date'])).toThrow(InvalidCursorError));

it.each(['[', '{"a":1}', 'null', '["x"]', '[1]', `["${position.id}",{}]`])('refuses %s behind a seal that is right', (payload) => {
  expect(() => decodeCursor(forged(payload), list, ['text'])).toThrow(InvalidCursorError);
});

const held: [KeyType, string][] = [
  ['integer', '2147483647'], ['integer', '-2147483648'], ['bigint', '9223372036854775807'], ['bigint', '-9223372036854775808'], ['boolean', 'true'],
  ['timestamptz', '2026-05-04T09:30:00.000Z'], ['timestamptz', '2026-05-04 09:30:00.123456+00'], ['timestamp', '2026-05-04 09:30:00'], ['date', '9999-12-31'], ['date', 'infinity'], ['date', '-infinity'],
];
it.each(held)('takes a place at the edge of %s: %s', (type, value) => {
  expect(decodeCursor(forged(JSON.stringify([position.id, value])), list, [type]).values).toEqual([value]);
});

const notHeld: [KeyType, string][] = [
  ['integer', '2147483648'], ['integer', '-2147483649'], ['integer', '1.5'], ['integer', ''], ['bigint', '9223372036854775808'], ['bigint', '-9223372036854775809'], ['bigint', '1e3'],
  ['boolean', 'maybe'], ['timestamptz', 'now'], ['timestamp', '2026-99-04 09:30:00'], ['date', 'tomorrow'],
];
it.each(notHeld)('refuses a value that no %s holds: %s', (type, value) => {
  expect(() => decodeCursor(forged(JSON.stringify([position.id, value])), list, [type])).toThrow(InvalidCursorError);
});

it('refuses more or fewer values than the list is sorted by', () => {
  for (const types of [[], ['text', 'text']] as KeyType[][]) expect(() => decodeCursor(encodeCursor({ ...position, values: ['Ada'] }, list), list, types)).toThrow(InvalidCursorError);
});
