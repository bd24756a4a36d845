import { describe, expect, it } from '@jest/globals';
import { excerpt, textOf } from './note-text.js';

describe('a note in plain words', () => {
  it.each([
    ['headings and paragraphs', '<h3>Call</h3><p>Ready &amp; <strong>a</strong>ble</p>', 'Call\nReady & able'],
    ['line breaks', '<p>a<br />b<br>c</p>', 'a\nb\nc'],
    ['items of lists', '<ul><li>one</li><li>two</li></ul><ol><li><p>three</p></li></ol>', 'one\ntwo\nthree'],
    ['a list within an item', '<ul><li>Fruit<ul><li>Apple</li></ul></li></ul>', 'Fruit\nApple'],
    ['words right before a block', 'Sums:<p>a | b</p><blockquote>c</blockquote>d', 'Sums:\na | b\nc\nd'],
    ['written signs', '<p>1 &lt; 2 &amp;amp; "x"</p>', '1 < 2 &amp; "x"'],
  ])('keeps the lines of %s apart', (_name, html, text) => {
    expect(textOf(html)).toBe(text);
  });

  it('has an excerpt of one line', () => {
    expect(excerpt('<h3>Call</h3><p>Ready &amp; <strong>able</strong><br />&lt;now&gt;</p>')).toBe('Call Ready & able <now>');
    expect(excerpt(`<p>${'word '.repeat(100)}</p>`)).toMatch(/^.{150,199}…$/);
  });
});
