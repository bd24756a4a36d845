import type { RecordKind } from '../writes/record-kind.js';
import type { RecordType } from '../writes/record-type.js';
import { excerpt } from './note-text.js';
import { type NoteColumns, requireAuthor } from './note.js';
import { NoteNotFoundError } from './note.errors.js';

/** How notes are written, audited and undone. */
export const noteRecord: RecordType<NoteColumns> = {
  kind: 'note',
  table: 'note',
  columns: ['recordKind', 'recordId', 'body', 'mentions', 'pinned'],
  titleSql: `left(trim(regexp_replace(replace(replace(replace(replace(regexp_replace(left(r.body, 4000), '<[^>]*(>|$)', ' ', 'g'), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&'), '\\s+', ' ', 'g')), 200)`,
  hasTimeline: false,
  notFound: () => new NoteNotFoundError(),
  titleOf: ({ body }) => excerpt(body),
  relatedOf: ({ recordKind, recordId }) => [{ kind: recordKind as RecordKind, id: recordId }],
  timelineEntry: ({ before, after }) => Promise.resolve(before === null ? { kind: 'note', payload: { excerpt: excerpt(after.body) } } : undefined),
  requireWriter: requireAuthor,
};
