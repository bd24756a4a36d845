import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { address, custom, tags } from './fields.js';
import { givenFields, parseFields } from './parse-fields.js';

const violation = (schema: z.ZodType, value: unknown) => {
  try {
    parseFields(z.object({ field: schema }), { field: value });
    return undefined;
  } catch (error) {
    return (error as { fields: unknown[] }).fields[0];
  }
};

describe('fields', () => {
  it('are given, absent, or to be emptied', () => {
    expect(givenFields({ clear: ['city'], name: 'Ada', title: undefined } as never)).toEqual({ name: 'Ada', city: null });
  });

  it('keep each tag once', () => {
    expect(parseFields(tags, [' VIP ', 'vip', 'new'] as never)).toEqual(['vip', 'new']);
    expect(violation(tags, Array.from({ length: 31 }, (_, index) => `t${index}`))).toMatchObject({ code: 'TOO_LONG' });
  });

  it('leave empty lines of an address out', () => {
    expect(address.parse({ street: '', city: ' Bonn ', country: 'DE' })).toEqual({ city: 'Bonn', country: 'DE' });
    expect(address.parse({ street: ' ', country: '' })).toBeNull();
    expect(violation(address, { country: 'Germany' })).toMatchObject({ field: 'field.country' });
  });

  it.each(['[]', '1', 'null', '{', ''])('custom values are a JSON object, not %p', (value) => {
    expect(violation(custom, value)).toMatchObject({ code: 'INVALID_VALUE' });
  });

  it.each([
    ['bytes, not characters', JSON.stringify({ a: '漢'.repeat(11_000) })],
    ['what escapes stand for', JSON.stringify({ a: '<'.repeat(33_000) }).replaceAll('<', '\\u003c')],
    ['digits that PostgreSQL would write', '{"a":[1e300]}'],
    ['digits behind the point', '{"a":{"b":1e-300}}'],
    ['no number at all', '{"a":1e999}'],
    ['levels', `{"a":${'['.repeat(30)}${']'.repeat(30)}}`],
    ['levels that no stack holds', `{"a":${'['.repeat(90_000)}${']'.repeat(90_000)}}`],
  ])('custom values are measured in %s', (_name, value) => {
    expect(violation(custom, value)).toMatchObject({ field: 'field', code: 'INVALID_VALUE' });
  });

  it('custom values may be large', () => {
    const value = { text: 'x'.repeat(32_000), number: 1234567890.123456, deep: { list: [[['é']]] } };
    expect(parseFields(z.object({ field: custom }), { field: JSON.stringify(value) })).toEqual({ field: value });
  });
});
