import type { ReactNode } from 'react';
import type { Versioned } from '@/lib/records/versioned.js';
import { usePermission } from '@/lib/session/permissions.js';
import { RecordEditContext, type RecordEdit } from './edit-context.js';

/** The fields of one record; Tab walks through them. */
export function RecordFields<T extends Versioned>({ record, save, children }: { record: T; save: (base: T, patch: Record<string, unknown>, preview?: object) => Promise<unknown>; children: ReactNode }) {
  const mayWrite = usePermission('records.write');
  const edit: RecordEdit = { record, isReadOnly: !mayWrite || record.deletedAt !== null, save: (base, patch, preview) => save(base as T, patch, preview) };
  return <RecordEditContext value={edit}><div data-inline-fields key={record.id}>{children}</div></RecordEditContext>;
}
