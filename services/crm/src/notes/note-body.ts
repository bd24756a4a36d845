import sanitizeHtml from 'sanitize-html';
import { NoteEmptyError, noteTooLong } from './note.errors.js';
import { flatParagraphs } from './note-paragraphs.js';
import { tablesToLines, tableTags } from './note-tables.js';
import { textOf } from './note-text.js';

/** A note's text as it is kept: clean HTML of a small set, and whom it mentions. */
export interface NoteBody {
  html: string;
  mentions: string[];
}

const MAX_LENGTH = 100_000;
/** What mail programs write around the words may go. */
const MAX_PASTED = 250_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MENTION = /<span data-mention="([^"]*)">/g;

/** Each begins and ends a line, whatever it was called. */
const lines = ['div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'address', 'figure', 'figcaption', 'pre', 'dl', 'dt', 'dd', 'form', 'fieldset', 'details', 'summary'];
const headings = ['h1', 'h2', 'h4', 'h5', 'h6'];
const renamed = (names: readonly string[], to: string) => Object.fromEntries(names.map((name) => [name, to]));

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 's', 'u', 'ul', 'ol', 'li', 'a', 'h3', 'blockquote', 'code', 'span', ...tableTags],
  allowedAttributes: { a: ['href'], span: ['data-mention'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    // What editors and mail programs write for the same thing.
    b: 'strong', i: 'em', strike: 's', del: 's', ...renamed(lines, 'p'), ...renamed(headings, 'h3'),
    span: (tagName, attributes) => ({ tagName, attribs: mentionOf(attributes) }),
  },
  // A span carries a mention or nothing.
  exclusiveFilter: ({ tag, text }) => tag === 'span' && !text.trim(),
  // Mails lay out their text in tables within tables.
  nestingLimit: 60,
};

function mentionOf({ 'data-mention': id = '' }: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return UUID.test(id) ? { 'data-mention': id } : {};
}

/**
 * Drops what is not allowed and finds the mentions. A body without text is refused, and one that is too long as it will be kept: the same text
 * counts the same on its way in and back.
 */
export function cleanBody(html: string): NoteBody {
  if (html.length > MAX_PASTED) throw noteTooLong(MAX_LENGTH);
  const clean = flatParagraphs(tablesToLines(sanitizeHtml(html, allowed))).trim();
  if (textOf(clean) === '') throw new NoteEmptyError();
  if (clean.length > MAX_LENGTH) throw noteTooLong(MAX_LENGTH);
  return { html: clean, mentions: [...new Set(Array.from(clean.matchAll(MENTION), ([, id = '']) => id))] };
}

/** Only people of the workspace are mentioned; the words around any other id stay words. */
export function mentioning({ html, mentions }: NoteBody, people: ReadonlySet<string>): NoteBody {
  const known = html.replaceAll(MENTION, (span, id: string) => (people.has(id) ? span : '<span>'));
  return { html: known, mentions: mentions.filter((id) => people.has(id)) };
}
