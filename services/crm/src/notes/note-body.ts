import sanitizeHtml from 'sanitize-html';
import { NoteEmptyError, noteTooLong } from './note.errors.js';

/** A note's text as it is kept: clean HTML of a small set, and whom it mentions. */
export interface NoteBody {
  html: string;
  mentions: string[];
}

const MAX_LENGTH = 100_000;
const MAX_EXCERPT = 200;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 's', 'u', 'ul', 'ol', 'li', 'a', 'h3', 'blockquote', 'code', 'span'],
  allowedAttributes: { a: ['href'], span: ['data-mention'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    // What editors and mail programs write for the same thing.
    b: 'strong', i: 'em', strike: 's', del: 's', h1: 'h3', h2: 'h3', h4: 'h3', div: 'p',
    span: (tagName, attributes) => ({ tagName, attribs: mentionOf(attributes) }),
  },
  // A span carries a mention or nothing.
  exclusiveFilter: ({ tag, text }) => tag === 'span' && !text.trim(),
  nestingLimit: 20,
};

function mentionOf({ 'data-mention': id = '' }: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return UUID.test(id) ? { 'data-mention': id } : {};
}

/** Drops what is not allowed and finds the mentions. A body without text is refused. */
export function cleanBody(html: string): NoteBody {
  if (html.length > MAX_LENGTH) throw noteTooLong(MAX_LENGTH);
  const mentions = new Set<string>();
  const clean = sanitizeHtml(html, {
    ...allowed,
    onOpenTag: (name, { 'data-mention': id = '' }) => {
      if (name === 'span' && UUID.test(id)) mentions.add(id);
    },
  }).trim();
  if (plainText(clean) === '') throw new NoteEmptyError();
  return { html: clean, mentions: [...mentions] };
}

/** The beginning of a note as plain text, for timelines and lists. */
export function excerpt(html: string): string {
  const text = plainText(html);
  const letters = [...text];
  return letters.length <= MAX_EXCERPT ? text : `${letters.slice(0, MAX_EXCERPT - 1).join('').trimEnd()}…`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

function plainText(html: string): string {
  const spaced = html.replaceAll(/<\/(p|li|h3|blockquote)>|<br ?\/?>/g, ' ');
  const text = sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} });
  return text.replaceAll(/&(amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity).replaceAll(/\s+/g, ' ').trim();
}
