import { describe, expect, it } from '@jest/globals';
import { formatPhone } from './phone-format.js';

const extension = (digits: string) => `ext. ${digits}`;

describe('a phone number is shown', () => {
  it.each([
    ['+4930998877', 'DE', '030 998877'],
    ['+4930998877', 'FR', '+49 30 998877'],
    ['+61255501539', null, '+61 2 5550 1539'],
    ['+14155552671', 'US', '(415) 555-2671'],
    ['+16135550123', 'US', '+1 613 555 0123'],
    ['+14155552671;ext=123', 'DE', '+1 415 555 2671 ext. 123'],
    ['+442079460018;ext=7', 'GB', '020 7946 0018 ext. 7'],
    ['ask Ada', 'DE', 'ask Ada'],
    ['+999', 'DE', '+999'],
  ])('%s in %s as %s', (kept, country, shown) => {
    expect(formatPhone(kept, country, extension)).toBe(shown);
  });
});
