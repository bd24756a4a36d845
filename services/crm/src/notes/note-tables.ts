/** Tags of tables, which a note does not keep. */
export const tableTags = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'];

const innermostRow = /<tr>((?:(?!<\/?tr>)[^])*)<\/tr>/g;
const cellBorder = /<\/?t[dh]>/;
const block = /<\/?(?:p|h3|ul|ol|li|blockquote)>/;
const blocks = new RegExp(block, 'g');

/**
 * A pasted table becomes lines: one for each row, "Item | Price", so that no two cells run together. A row of one cell is layout, as in mails,
 * and its content stays as it is. Takes clean HTML, in which every "<" begins a tag.
 */
export function tablesToLines(html: string): string {
  let lines = html;
  for (let before = ''; before !== lines;) {
    before = lines;
    lines = lines.replaceAll(innermostRow, (_row, content: string) => lineOf(content));
  }
  return lines.replaceAll(/<(\/?)caption>/g, '<$1p>').replaceAll(/<\/?(?:table|thead|tbody|tfoot|tr)>/g, '').replaceAll(/<\/?t[dh]>/g, ' ');
}

function lineOf(row: string): string {
  const parts = row.split(cellBorder);
  // Outside of the cells stands nothing but white space.
  const cells = parts.filter((part, place) => place % 2 === 1 || part.trim() !== '').map((cell) => cell.trim());
  if (cells.length === 1 && block.test(row)) return row.replaceAll(new RegExp(cellBorder, 'g'), '');
  const line = cells.map((cell) => cell.replaceAll(blocks, ' ')).join(' | ').replaceAll(/\s+/g, ' ').trim();
  return /^[ |]*$/.test(line) ? '' : `<p>${line}</p>`;
}
