const lines = 'p, br, ul, ol, li, h3, blockquote';

/** The words of a note without its formatting, a line for each paragraph and item. */
export function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  body.querySelectorAll(lines).forEach((element) => {
    element.before('\n');
    element.after('\n');
  });
  return body.textContent.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n');
}
