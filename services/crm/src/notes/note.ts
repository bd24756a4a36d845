import type { Actor } from '@crm-vision/common/context';
import { isManager } from '../access/roles.js';
import type { RecordRow } from '../writes/record-type.js';
import { NotAuthorError } from './note.errors.js';

/** What people change about a note. */
export interface NoteColumns {
  recordKind: string;
  recordId: string;
  /** Clean HTML. */
  body: string;
  /** User ids. */
  mentions: readonly string[];
  pinned: boolean;
}

/** A note with the name of the record it is on. */
export type NoteView = RecordRow<NoteColumns> & { recordTitle: string | null };

/** The author, an owner and an admin may change a note. */
export function requireAuthor(actor: Actor, { createdBy }: { createdBy: string }): void {
  if (createdBy !== actor.userId && !isManager(actor)) throw new NotAuthorError();
}
