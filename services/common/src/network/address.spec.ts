import { describe, expect, it } from '@jest/globals';
import { addressKey, networkKey } from './address.js';

describe('addressKey', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'], ['::ffff:203.0.113.9', '203.0.113.9'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'], ['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'], ['::1', '0:0:0:0'], [undefined, 'unknown'],
  ])('counts %s as %s', (ip, key) => {
    expect(addressKey(ip)).toBe(key);
  });
});

describe('networkKey', () => {
  it.each([
    ['203.0.113.9', '203.0.113'], ['::ffff:203.0.113.9', '203.0.113'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1'], ['2001:db8::1', '2001:db8:0'], [undefined, 'unknown'],
  ])('puts %s into %s', (ip, key) => {
    expect(networkKey(ip)).toBe(key);
  });
});
