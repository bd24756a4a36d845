import sanitizeHtml from 'sanitize-html';

const MAX_EXCERPT = 200;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
/** Where one block of text ends and another begins, on either side: a list may stand in an item right after its words. */
const breaks = /<\/?(?:p|ul|ol|li|h3|blockquote)>|<br ?\/?>/g;

/** The words of clean HTML, a line for each paragraph, item and heading. */
export function textOf(html: string): string {
  const text = sanitizeHtml(html.replaceAll(/\s+/g, ' ').replaceAll(breaks, '\n'), { allowedTags: [], allowedAttributes: {} });
  const lines = text.replaceAll(/&(amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity).split('\n');
  return lines.map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '').join('\n');
}

/** The beginning of a note in one line, for timelines and lists. */
export function excerpt(html: string): string {
  const text = textOf(html).replaceAll('\n', ' ');
  const letters = [...text];
  return letters.length <= MAX_EXCERPT ? text : `${letters.slice(0, MAX_EXCERPT - 1).join('').trimEnd()}…`;
}
