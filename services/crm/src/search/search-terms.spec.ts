import { describe, expect, it } from '@jest/globals';
import { toSearchTerms } from './search-terms.js';

describe('search terms', () => {
  it('look for the longest word first and for all others', () => {
    expect(toSearchTerms('  ada   Lovelace of ')).toMatchObject({ text: 'ada Lovelace of', pattern: '%Lovelace%', others: ['%ada%', '%of%'], phone: null });
  });

  it('take a single letter as a beginning', () => {
    expect(toSearchTerms('a')).toMatchObject({ pattern: '% a%', others: [], indexed: true });
    expect(toSearchTerms('明')).toMatchObject({ pattern: '% 明%' });
    expect(toSearchTerms('李明')).toMatchObject({ pattern: '%李明%', indexed: false });
  });

  it('take signs of patterns as they are', () => {
    expect(toSearchTerms('50%_\\')).toMatchObject({ pattern: '%50\\%\\_\\\\%' });
  });

  it.each([['+49 (0)30 123-45', '%493012345%'], ['030/12345', '%3012345%'], ['0049 30', '%4930%'], ['12', null], ['3 days', null]])('know phone fragments: %p', (query, phone) => {
    expect(toSearchTerms(query)?.phone).toBe(phone);
  });

  it('find nothing in nothing', () => {
    expect(toSearchTerms('   ')).toBeNull();
  });
});
