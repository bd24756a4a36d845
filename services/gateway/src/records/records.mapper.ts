import type { AssignRecordsResponse, BinEntry, UndoChangeSetResponse } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import type { z } from 'zod';
import type { undoable } from '../http/fields.dto.js';
import { fromRef } from '../http/fields.mapper.js';
import type * as dto from './records.dto.js';

export function fromBulk({ changed, skipped }: Pick<AssignRecordsResponse, 'changed' | 'skipped'>): z.output<typeof undoable> {
  return { changed, skipped };
}

export function fromBinEntry({ record, deletedAt, deletedBy }: BinEntry): z.output<typeof dto.binEntry> {
  return { record: fromRef(record), deletedAt, deletedBy };
}

export function fromUndo({ reverted, kept }: UndoChangeSetResponse): z.output<typeof dto.undone> {
  return { reverted, kept: kept.map(fromRef) };
}
