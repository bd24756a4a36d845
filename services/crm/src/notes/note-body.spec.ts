import { describe, expect, it } from '@jest/globals';
import { cleanBody, mentioning } from './note-body.js';
import { textOf } from './note-text.js';

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

  it('counts its length as it is kept, so that what was kept may come back unchanged', () => {
    const kept = cleanBody(`<p>${'&'.repeat(19_998)}</p>`).html;
    expect(kept.length).toBeGreaterThan(99_000);
    expect(cleanBody(kept).html).toBe(kept);
    expect(() => cleanBody('&'.repeat(20_001))).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ code: 'TOO_LONG' })] }));
    expect(cleanBody(`<p class="${'x'.repeat(150_000)}">short</p>`).html).toBe('<p>short</p>');
  });

  it.each([
    ['a table', '<table><tr><th>Item</th><th>Price</th></tr><tr><td>Seats</td><td>100</td></tr></table>', '<p>Item | Price</p><p>Seats | 100</p>'],
    ['a table with parts, an empty cell and blocks in a cell', '<table><caption>Offer</caption><tbody><tr>\n<td><p>Seats</p><p>yearly</p></td>\n<td></td><td><ul><li>1</li><li>2</li></ul></td></tr></tbody></table>', '<p>Offer</p><p>Seats yearly | | 1 2</p>'],
    ['the tables that a mail is laid out with', '<table><tr><td><table><tr><td><p>Dear Ada</p><ul><li>a</li></ul></td></tr><tr><td>x</td><td>y</td></tr></table></td></tr></table>', '<p>Dear Ada</p><ul><li>a</li></ul><p>x | y</p>'],
    ['cells without a table', '<td>a</td><td>b</td>', 'a  b'],
    ['terms and what they mean', '<dl><dt>Price</dt><dd>100</dd></dl>', '<p>Price</p><p>100</p>'],
    ['boxes in boxes', '<div><b>Hello<div>Ada</div></b><div><br></div></div>', '<p><strong>Hello</strong></p><p><strong>Ada</strong></p><p><br /></p>'],
    ['an empty line', '<p>a</p><p></p><p>b</p>', '<p>a</p><p></p><p>b</p>'],
  ])('keeps the parts of %s apart', (_name, pasted, kept) => {
    expect(cleanBody(pasted).html).toBe(kept);
    expect(cleanBody(kept).html).toBe(kept);
  });

  it('loses no word of whatever was pasted, and can always be sent again', () => {
    for (let seed = 1; seed <= 3000; seed += 1) {
      const { html, words } = tagSoup(seed);
      if (words.length === 0) continue;
      const kept = cleanBody(html).html;
      expect([html, textOf(kept).match(/w\d+/g)]).toEqual([html, words]);
      expect([html, textOf(cleanBody(kept).html)]).toEqual([html, textOf(kept)]);
    }
  });

  it('mentions only those people who are there', () => {
    const bob = ada.replace(/1$/, '2');
    const body = cleanBody(`<p><span data-mention="${ada}">@Ada</span> <span data-mention="${bob}">@Bob</span></p>`);
    expect(mentioning(body, new Set([bob]))).toEqual({ html: `<p><span>@Ada</span> <span data-mention="${bob}">@Bob</span></p>`, mentions: [bob] });
  });
});

const tags = ['p', 'div', 'b', 'i', 'a', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'tbody', 'h1', 'blockquote', 'code', 'dt', 'dd', 'br', 'pre', 'caption', 'span', 'center', 'font'];

/** Tags that open and close at random around numbered words, the same for the same seed. */
function tagSoup(seed: number): { html: string; words: string[] } {
  const words: string[] = [];
  let state = seed;
  const below = (count: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * count);
  };
  const parts = Array.from({ length: 2 + below(25) }, () => {
    const tag = tags[below(tags.length)] ?? 'p';
    const kind = below(3);
    if (kind < 2) return kind === 0 ? `<${tag}>` : `</${tag}>`;
    words.push(`w${words.length}`);
    return `${words.at(-1)} `;
  });
  return { html: parts.join(''), words };
}
