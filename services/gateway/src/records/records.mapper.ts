import type {
  AssignRecordsRequest, AssignRecordsResponse, BinEntry, DeleteRecordsRequest, ListBinRequest, PreviewPurgeResponse, RecordKind, UndoChangeSetResponse,
} from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import type { ListTimelineRequest } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import type { z } from 'zod';
import type { bulkAssignBody, undoable } from '../http/fields.dto.js';
import { fromRef, present, toKind } from '../http/fields.mapper.js';
import type { pageQuery } from '../http/lists.dto.js';
import type * as dto from './records.dto.js';

export function fromBulk({ changed, skipped }: Pick<AssignRecordsResponse, 'changed' | 'skipped'>): z.output<typeof undoable> {
  return { changed, skipped };
}

export function fromBinEntry({ record, deletedAt, deletedBy }: BinEntry): z.output<typeof dto.binEntry> {
  return { record: fromRef(record), deletedAt, deletedBy };
}

export function fromPurgePreview({ entry, version, notes, contacts, deals, tasks }: PreviewPurgeResponse): z.output<typeof dto.purgePreview> {
  return { ...fromBinEntry(present(entry, 'entry')), version, notes, contacts, deals, tasks };
}

export function fromUndo({ reverted, kept }: UndoChangeSetResponse): z.output<typeof dto.undone> {
  return { reverted, kept: kept.map(fromRef) };
}

/** What all kinds of records share, as requests. */
export const toDelete = (kind: RecordKind, ids: string[]): DeleteRecordsRequest => ({ kind, ids });

export function toAssign(kind: RecordKind, { ids, ownerId }: z.output<typeof bulkAssignBody>): AssignRecordsRequest {
  return { kind, ids, ownerId: ownerId ?? '' };
}

export function toTimeline(kind: RecordKind, id: string, { limit, cursor = '' }: z.output<typeof pageQuery>): ListTimelineRequest {
  return { record: { kind, id, title: '' }, limit, cursor };
}

export function toBinRequest({ kind, limit, cursor = '' }: z.output<typeof dto.binQuery>): ListBinRequest {
  return { kind: toKind(kind), limit, cursor };
}
