import type { Note as NoteMessage } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import type { RecordKind } from '../writes/record-kind.js';
import { toRefMessage } from '../writes/record-ref.mapper.js';
import type { NoteView } from './note.js';

export function toNoteMessage(note: NoteView): NoteMessage {
  return {
    id: note.id,
    body: note.body,
    record: toRefMessage({ kind: note.recordKind as RecordKind, id: note.recordId, title: note.recordTitle ?? '' }),
    mentions: [...note.mentions],
    pinned: note.pinned,
    createdAt: note.createdAt,
    createdBy: note.createdBy,
    updatedAt: note.updatedAt,
    updatedBy: note.updatedBy,
    version: note.version,
    deletedAt: note.deletedAt ?? undefined,
  };
}
