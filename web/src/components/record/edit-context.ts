import { createContext, useContext } from 'react';
import type { Patch, Versioned } from '@/lib/records/versioned.js';

export interface RecordEdit {
  record: Versioned;
  /** Rejects with the reason when the server refuses. `base` is the record as it was when editing began. */
  save: (base: Versioned, patch: Patch, preview?: object) => Promise<unknown>;
  isReadOnly: boolean;
}

export const RecordEditContext = createContext<RecordEdit | null>(null);

export function useRecordEdit(): RecordEdit {
  const edit = useContext(RecordEditContext);
  if (!edit) throw new Error('A field that is edited in place stands outside of a record.');
  return edit;
}
