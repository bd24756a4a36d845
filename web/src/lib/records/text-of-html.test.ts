import { expect, it } from '@jest/globals';
import { textOfHtml } from './text-of-html.js';

it.each([
  ['<h3>Call</h3><p>Ready &amp; <strong>a</strong>ble<br>now</p>', 'Call\nReady & able\nnow'],
  ['<ul><li>Fruit<ul><li><p>Apple</p></li><li>Pear</li></ul></li></ul><ol><li>Nuts</li></ol>', 'Fruit\nApple\nPear\nNuts'],
  ['Sums:<p>Item | Price</p><blockquote>yes</blockquote>no', 'Sums:\nItem | Price\nyes\nno'],
])('keeps the lines of a note apart: %s', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});
