import type { Note } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import type { z } from 'zod';
import { fromRef, orNull, present } from '../http/fields.mapper.js';
import type * as dto from './notes.dto.js';

export function fromNote(message: Note | undefined): z.output<typeof dto.note> {
  const note = present(message, 'note');
  return {
    id: note.id,
    body: note.body,
    record: fromRef(note.record),
    mentions: note.mentions,
    pinned: note.pinned,
    createdAt: note.createdAt,
    createdBy: note.createdBy,
    updatedAt: note.updatedAt,
    updatedBy: note.updatedBy,
    version: note.version,
    deletedAt: orNull(note.deletedAt),
  };
}
