import { describe, expect, it } from '@jest/globals';
import { companyInput, readCompanyDomain } from './company.js';

describe('the domain of a company', () => {
  it.each([
    ['example.com', 'example.com'],
    ['https://www.Example.com/about?x=1', 'example.com'],
    ['http://user:secret@shop.example.co.uk:8080', 'shop.example.co.uk'],
    ['www.example.com.', 'example.com'],
    ['www.de', 'www.de'],
    ['ada@example.com', 'example.com'],
  ])('%p is %p', (written, kept) => {
    expect(readCompanyDomain(written)).toEqual({ shown: kept, ascii: kept });
  });

  it.each(['https://www.Bücher.example/x', 'BÜCHER.example', 'xn--bcher-kva.example', 'bu\u0308cher.example'])('%p has two spellings', (written) => {
    expect(readCompanyDomain(written)).toEqual({ shown: 'bücher.example', ascii: 'xn--bcher-kva.example' });
    expect(companyInput.parse({ domain: written })).toEqual({ domain: 'bücher.example', domainAscii: 'xn--bcher-kva.example' });
  });

  it.each(['', ' ', 'localhost', '10.0.0.1', 'no domain', 'a_b.example', '-a.example', 'https://', `${'a'.repeat(64)}.example`])('%p is none', (written) => {
    expect(readCompanyDomain(written)).toBeNull();
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
