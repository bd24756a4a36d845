const blocks = 'address, article, blockquote, dd, div, dl, dt, h1, h2, h3, h4, h5, h6, li, ol, p, pre, section, table, ul';

/** As the server keeps a table: a line for each row, "Item | Price". A row of one cell is layout and gives its content. */
export function tablesToLines(html: string): string {
  // Office programs paste their looks along, and the content policy reports each style sheet that is only read.
  const page = new DOMParser().parseFromString(html.replaceAll(/<style\b[^]*?<\/style>/gi, ''), 'text/html');
  // From the innermost outwards: a cell may hold a table.
  [...page.querySelectorAll('tr')].reverse().forEach((row) => row.replaceWith(lineOf(row)));
  page.querySelectorAll('table, thead, tbody, tfoot').forEach((part) => part.replaceWith(...part.childNodes));
  page.querySelectorAll('caption, dt').forEach((part) => part.replaceWith(paragraph(...part.childNodes)));
  return page.body.innerHTML;
}

function lineOf(row: HTMLTableRowElement): HTMLElement {
  const [first, ...others] = [...row.cells];
  if (!first || others.length === 0) {
    const box = document.createElement('div');
    box.append(...(first?.childNodes ?? []));
    return box;
  }
  return paragraph(...inline(first), ...others.flatMap((cell) => [' | ', ...inline(cell)]));
}

function inline(cell: HTMLElement): Node[] {
  cell.querySelectorAll(blocks).forEach((block) => block.replaceWith(' ', ...block.childNodes, ' '));
  return [...cell.childNodes];
}

function paragraph(...content: (Node | string)[]): HTMLElement {
  const line = document.createElement('p');
  line.append(...content);
  return line;
}
