import { describe, expect, it } from '@jest/globals';
import { addressOf, networksOf } from './caller.js';

const gateways = networksOf(['10.0.0.0/8', 'fc00::/7']);

describe('addressOf', () => {
  it.each([['10.1.2.3'], ['::ffff:10.1.2.3'], ['fd00::9']])('believes the gateway at %s', (peer) => {
    expect(addressOf('203.0.113.9', peer, gateways)).toBe('203.0.113.9');
  });

  it.each([['198.51.100.7', '198.51.100.7'], ['::ffff:198.51.100.7', '198.51.100.7'], ['2001:db8::7', '2001:db8::7'], ['unknown', 'unknown'], [undefined, undefined]])(
    'counts who calls from %s by %s, whatever they say', (peer, address) => {
      expect(addressOf('203.0.113.9', peer, gateways)).toBe(address);
    });

  it.each([[undefined], [''], ['no address']])('counts a gateway that says %j by itself', (said) => {
    expect(addressOf(said, '10.1.2.3', gateways)).toBe('10.1.2.3');
  });
});

describe('networksOf', () => {
  it.each([['10.0.0.0'], ['10.0.0.0/33'], ['gateway/8'], ['10.0.0.0/'], ['']])('refuses %j', (text) => {
    expect(() => networksOf([text])).toThrow();
  });
});
