import { z } from 'zod';
import { id, linkParameter, recordLink, recordRef, stamps, version } from '../http/fields.dto.js';
import { type SortedFields, sortParameter } from '../http/filters.dto.js';
import { page, pageQuery } from '../http/lists.dto.js';

const body = z.string().min(1).max(500_000).describe('HTML of a small set; everything else is dropped, and what is left may hold 100 000 characters');

export const note = z.strictObject({
  id, body: z.string(), record: recordRef, mentions: z.array(id), pinned: z.boolean(), ...stamps,
}).meta({ id: 'Note' });
export const createNoteBody = z.strictObject({ record: recordLink, body, pinned: z.boolean().default(false) });
export const updateNoteBody = z.strictObject({ version, body: body.optional(), pinned: z.boolean().optional() });
/** How notes are sorted; those of one record, without "sort", by "-pinned" before. */
export const noteFields: SortedFields = { name: 'Note', sorts: ['createdAt', 'updatedAt', 'pinned'], usually: '-createdAt' };
export const notesQuery = pageQuery.extend({ sort: sortParameter(noteFields), record: linkParameter.optional().describe('Absent: the notes on all records. Without "sort" the pinned ones of a record come first') });
export const notePage = page(note);
