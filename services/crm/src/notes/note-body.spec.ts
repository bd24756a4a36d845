import { describe, expect, it } from '@jest/globals';
import { cleanBody, excerpt } from './note-body.js';

const ada = '0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a11';

describe('the body of a note', () => {
  it('keeps basic formatting as it was written', () => {
    const html = '<h3>Call</h3><p><strong>Ready</strong> <em>to</em> <s>buy</s> <u>now</u><br />at <code>12:00</code></p><ul><li>one</li></ul><blockquote><p>yes</p></blockquote><p><a href="https://example.com/?a=1&amp;b=2">link</a></p>';
    expect(cleanBody(html).html).toBe(html);
  });

  it.each([
    ['<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="JaVaScRiPt&#58;alert(1)">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['<a href="//evil.example">a</a>', '<a>a</a>'],
    ['<img src=x onerror=alert(1)>a', 'a'],
    ['<svg><style><img src=x onerror=alert(1)></style></svg>a', 'a'],
    ['<iframe src="https://evil.example"></iframe>a', 'a'],
    ['<p style="position:fixed" class="x" id="y">a</p>', '<p>a</p>'],
    ['<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">a', 'a'],
    ['<p>a &lt;b&gt;</p>', '<p>a &lt;b&gt;</p>'],
    ['<b>a</b><div>b</div>', '<strong>a</strong><p>b</p>'],
    ['<p>1 < 2', '<p>1 &lt; 2</p>'],
  ])('cleans %s', (dirty, clean) => {
    expect(cleanBody(dirty).html).toBe(clean);
  });

  it('names whom it mentions, once each, and drops what only looks like a mention', () => {
    const body = cleanBody(`<p><span data-mention="${ada}">@Ada</span> and <span data-mention="${ada}">@Ada</span>, not <span data-mention="me">@me</span></p>`);
    expect(body.mentions).toEqual([ada]);
    expect(body.html).toBe(`<p><span data-mention="${ada}">@Ada</span> and <span data-mention="${ada}">@Ada</span>, not <span>@me</span></p>`);
  });

  it.each(['', '   ', '<p></p>', '<p>&nbsp;</p>', '<script>alert(1)</script>', '<p><br></p>'])('without text is refused: %p', (html) => {
    expect(() => cleanBody(html)).toThrow(expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field: 'body', code: 'NOTE_EMPTY' })] }));
  });

  it('that is too long is refused', () => {
    expect(() => cleanBody(`<p>${'a'.repeat(100_000)}</p>`)).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ code: 'TOO_LONG' })] }));
  });

  it('has an excerpt in plain words', () => {
    expect(excerpt('<h3>Call</h3><p>Ready &amp; <strong>able</strong><br />&lt;now&gt;</p>')).toBe('Call Ready & able <now>');
    expect(excerpt(`<p>${'word '.repeat(100)}</p>`)).toMatch(/^.{150,199}…$/);
  });
});
