import { describe, expect, it } from '@jest/globals';
import { readPhone } from './phone.js';
import { phoneBeginning, phoneFragment } from './phone-text.js';

const codeOf = (text: string, country = ''): string | undefined => {
  const read = readPhone(text, country);
  return 'problem' in read ? read.problem.code : undefined;
};

describe('a phone number', () => {
  it.each([
    ['+49 30 1234567', '+49301234567'],
    ['0049 (30) 1234567', '+49301234567'],
    ['+49 (0)30 1234567', '+49301234567'],
    ['tel:+49-30-1234567', '+49301234567'],
    ['+49 30/1234567', '+49301234567'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['+39 06 1234 5678', '+390612345678'],
  ])('with its country code, %p, is %p', (text, number) => {
    expect(readPhone(text, '')).toEqual({ number });
    expect(readPhone(text, 'FR')).toEqual({ number });
    expect(readPhone(number, 'US')).toEqual({ number });
  });

  it.each([
    ['030 998877', 'DE', '+4930998877'],
    ['(030) 99 88-77', 'DE', '+4930998877'],
    ['030 / 998877', 'DE', '+4930998877'],
    ['415-555-2671', 'US', '+14155552671'],
    ['1 415 555 2671', 'US', '+14155552671'],
    ['011 49 30 1234567', 'US', '+49301234567'],
    ['020 7946 0018', 'GB', '+442079460018'],
    ['06 1234 5678', 'IT', '+390612345678'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['138 0013 8000', 'CN', '+8613800138000'],
    ['612 345 678', 'ES', '+34612345678'],
    ['4930998877', 'DE', '+4930998877'],
  ])('without one, %p, is one of the country that is known: %s', (text, country, number) => {
    expect(readPhone(text, country)).toEqual({ number });
    expect(codeOf(text)).toBe('PHONE_NEEDS_COUNTRY');
  });

  it.each([
    ['fullwidth digits', '＋８１　３－１２３４－５６７８', '+81312345678'],
    ['marks of text direction', '\u202a+49 30 1234567\u202c\u200e', '+49301234567'],
    ['dashes', '+49\u201330\u20141234567', '+49301234567'],
    ['blanks that do not break', '+49\u00a030\u202f123\u20094567', '+49301234567'],
    ['Arabic digits', '+٤٩ ٣٠ ١٢٣٤٥٦٧', '+49301234567'],
    ['Persian digits', '+۴۹ ۳۰ ۱۲۳۴۵۶۷', '+49301234567'],
    ['a soft hyphen', '+49 30 123\u00ad4567', '+49301234567'],
  ])('is read with %s', (_what, text, number) => {
    expect(readPhone(text, '')).toEqual({ number });
  });

  it.each(['ext. 123', 'ext 123', 'extension: 123', 'x123', '#123', ';ext=123', ', ext. 123', 'Durchwahl 123', 'ｅｘｔ． １２３'])('keeps its extension: %s', (extension) => {
    expect(readPhone(`+1 415 555 2671 ${extension}`, '')).toEqual({ number: '+14155552671;ext=123' });
  });

  it('is the same when it is read again', () => {
    expect(readPhone('+14155552671;ext=123', 'DE')).toEqual({ number: '+14155552671;ext=123' });
  });

  it.each(['+49 30 123456 / 7', '+49 30 123456/78', '+49 30 123456 / 789012', '+49 30/1234/5678'])('is not made of what may be two: %p', (text) => {
    expect(codeOf(text)).toBe('SEVERAL_PHONES');
  });

  it.each([
    ['+49 30 123456, 7', ''], ['+49 30 123456; 7', ''], ['+49 30 123456~7', ''], ['+49 30 123456 or 7', ''], ['+4930123456 +4930654321', ''], ['call +49 30 123456', ''], ['1-800-FLOWERS', 'US'], ['+49', ''], ['+999 12345678', ''],
    ['abc', 'DE'], ['012', 'DE'], ['998877', 'DE'], ['30 998877', 'DE'], ['030 998877', 'FR'], ['030 123456 ext. 12 34', 'DE'],
  ])('is not guessed: %p (%s)', (text, country) => {
    expect(codeOf(text, country)).toBe('INVALID_PHONE');
  });

  it('needs its country code where the country is not known to the library', () => {
    expect(codeOf('030 998877', 'AQ')).toBe('PHONE_NEEDS_COUNTRY');
  });
});

describe('what of a number can be looked for', () => {
  it.each([['030 123', '30123'], ['+49 (0)30 123', '4930123'], ['0049 30', '4930'], ['＋４９ ３０', '4930'], ['00', '']])('%p: the digits %p', (text, digits) => {
    expect(phoneFragment(text)).toBe(digits);
  });

  it.each([
    ['030 123', '49', '4930123456', true],
    ['(030) 123', '49', '4930123456', true],
    ['06 12', '39', '390612345678', true],
    ['30 123', '49', '4930123456', true],
    ['+49 30', '49', '4930123456', true],
    ['4930', undefined, '4930123456', true],
    ['030 123', undefined, '4930123456', true],
    ['030 123', '33', '4930123456', false],
    ['123', '49', '4930123456', false],
    ['030 123', '49', '301234567', false],
  ])('%p with the calling code %s begins %s: %s', (text, callingCode, digits, begins) => {
    expect(new RegExp(phoneBeginning(text, callingCode)).test(digits)).toBe(begins);
  });
});
