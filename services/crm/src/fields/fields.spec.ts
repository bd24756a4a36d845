import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { address, custom, tags } from './fields.js';
import { givenFields, parseFields } from './parse-fields.js';
import { normalisePhone, phone } from './phone.js';

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

  it.each([['+49 30 1234567', '+49301234567'], ['0049 (30) 1234567', '+49301234567'], ['+1 415 555 0100', '+14155550100'], ['+44 20 7946 0018', '+442079460018']])('phone %p is %p', (written, kept) => {
    expect(normalisePhone(written)).toBe(kept);
  });

  it('asks for the country code of a phone', () => {
    expect(violation(phone, '030 1234567')).toMatchObject({ field: 'field', code: 'INVALID_PHONE', message: expect.stringContaining('country code') });
    expect(violation(phone, '+49')).toMatchObject({ code: 'INVALID_PHONE', message: 'This is no phone number of any country.' });
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
});
