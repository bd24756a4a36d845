import { describe, expect, it } from '@jest/globals';
import { foreignAddresses } from '@/testing/foreign-addresses.js';
import { ownPath } from './own-path.js';

describe('where a person may be sent after signing in', () => {
  it.each(['/my-day', '/contacts?filter=%7B%7D', '/contacts/01a?tab=notes#note-2', '/tasks?peek=//x', '/a:b'])('keeps %s', (address) => {
    expect(ownPath(address)).toBe(address);
  });

  it.each(foreignAddresses)('refuses %j', (address) => {
    expect(ownPath(address)).toBeUndefined();
  });

  it.each([undefined, null, 7, true, {}, []])('refuses %j, which is no text', (value) => {
    expect(ownPath(value)).toBeUndefined();
  });
});
