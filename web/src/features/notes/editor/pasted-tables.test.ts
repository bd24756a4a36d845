import { expect, it } from '@jest/globals';
import { tablesToLines } from './pasted-tables.js';

it.each([
  ['a table', '<table><thead><tr><th>Item</th><th>Price</th></tr></thead><tbody><tr><td><b>Seats</b></td><td>100</td></tr></tbody></table>', '<p>Item | Price</p><p><b>Seats</b> | 100</p>'],
  ['blocks in a cell', '<table><tr><td><p>a</p><p>b</p></td><td><ul><li>1</li><li>2</li></ul></td></tr></table>', '<p> a  b  |   1  2  </p>'],
  ['the layout of a mail', '<table><tr><td><table><tr><td><p>Dear Ada</p></td></tr><tr><td>x</td><td>y</td></tr></table></td></tr></table>', '<div><div><p>Dear Ada</p></div><p>x | y</p></div>'],
  ['what is no table', '<ul><li>a</li></ul>', '<ul><li>a</li></ul>'],
])('pastes %s in lines', (_name, pasted, lines) => {
  expect(tablesToLines(pasted)).toBe(lines);
});
