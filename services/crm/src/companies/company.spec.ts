import { describe, expect, it } from '@jest/globals';
import { companyInput, normaliseDomain } from './company.js';

describe('the domain of a company', () => {
  it.each([
    ['example.com', 'example.com'],
    ['https://www.Example.com/about?x=1', 'example.com'],
    ['http://user:secret@shop.example.co.uk:8080', 'shop.example.co.uk'],
    ['www.example.com.', 'example.com'],
    ['müller.example', 'xn--mller-kva.example'],
    ['www.de', 'www.de'],
    ['ada@example.com', 'example.com'],
  ])('%p is %p', (written, kept) => {
    expect(normaliseDomain(written)).toBe(kept);
  });

  it.each(['', ' ', 'localhost', '10.0.0.1', 'no domain', 'a_b.example', '-a.example', 'https://', `${'a'.repeat(64)}.example`])('%p is none', (written) => {
    expect(normaliseDomain(written)).toBeNull();
  });
});

describe('what people write about a company', () => {
  it('takes an empty text as no value', () => {
    expect(companyInput.parse({ industry: '  ', tags: null, custom: null })).toEqual({ industry: null, tags: [], custom: {} });
  });

  it('leaves what is not given alone', () => {
    expect(companyInput.parse({})).toEqual({});
  });
});
