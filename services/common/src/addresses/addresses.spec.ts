import { describe, expect, it } from '@jest/globals';
import { readDomain, readEmail, shownEmail } from './index.js';

describe('an email', () => {
  it.each([
    [' Ada@Example.COM ', 'ada@example.com', 'ada@example.com'],
    ['ada.lovelace+crm@example.co.uk', 'ada.lovelace+crm@example.co.uk', 'ada.lovelace+crm@example.co.uk'],
    ['a&b@example.com', 'a&b@example.com', 'a&b@example.com'],
    ["o'brien@x.example", "o'brien@x.example", "o'brien@x.example"],
    ['mail@köln.example', 'mail@köln.example', 'mail@xn--kln-sna.example'],
    ['mail@KO\u0308LN.example', 'mail@köln.example', 'mail@xn--kln-sna.example'],
    ['mail@xn--kln-sna.example', 'mail@köln.example', 'mail@xn--kln-sna.example'],
    ['用户@例子.广告', '用户@例子.广告', '用户@xn--fsqu00a.xn--4rr70v'],
    ['\u202aada＠example．com\u202c', 'ada@example.com', 'ada@example.com'],
    ['taro..@docomo.example', 'taro..@docomo.example', 'taro..@docomo.example'],
  ])('%p is %p, compared as %p', (typed, shown, ascii) => {
    expect(readEmail(typed)).toEqual({ shown, ascii });
    expect(shownEmail(ascii)).toBe(shown);
  });

  it.each([
    '', 'ada', 'ada@', '@x.example', 'ada@x', 'a da@x.example', 'ada@x..example', 'ada@-x.example', 'ada@x.example, b@c.example', 'ada@b@c.example', '"ada"@x.example', 'ada@1.2.3.4', 'ada@[1.2.3.4]',
    'ada@x.example/path', 'ada@x%2eexample', `${'a'.repeat(65)}@x.example`, `ada@${'a'.repeat(64)}.example`, 'ada@example.com\u0000',
  ])('%p is none', (typed) => {
    expect(readEmail(typed)).toBeNull();
  });
});

describe('a domain', () => {
  it.each([['Bücher.example', 'bücher.example', 'xn--bcher-kva.example'], ['xn--bcher-kva.example.', 'bücher.example', 'xn--bcher-kva.example'], ['例子。广告', '例子.广告', 'xn--fsqu00a.xn--4rr70v'], ['example.co', 'example.co', 'example.co']])('%p is %p, compared as %p', (typed, shown, ascii) => {
    expect(readDomain(typed)).toEqual({ shown, ascii });
  });

  it.each(['', ' ', 'localhost', '10.0.0.1', 'a b.example', 'a_b.example', '-a.example', `${'a'.repeat(64)}.example`, 'https://x.example', 'x.example:80'])('%p is none', (typed) => {
    expect(readDomain(typed)).toBeNull();
  });
});
