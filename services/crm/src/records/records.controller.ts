import { currentActor } from '@crm-vision/common/context';
import { invalidField } from '@crm-vision/common/errors';
import {
  type AssignRecordsRequest, type AssignRecordsResponse, type BinEntry as BinEntryMessage, type DeleteRecordsRequest, type DeleteRecordsResponse, type ListBinRequest, type ListBinResponse,
  type PreviewPurgeRequest,
  type PreviewPurgeResponse, type PurgeRecordRequest, type PurgeRecordResponse, type RecordServiceController, RecordServiceControllerMethods, type RestoreRecordRequest, type RestoreRecordResponse, type UndoChangeSetRequest, type UndoChangeSetResponse,
} from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { Controller } from '@nestjs/common';
import { requireId, toOptionalId } from '../fields/ids.mapper.js';
import { checkLimit } from '../lists/list.mapper.js';
import { fromKindMessage, requireKind, toRefMessage } from '../writes/record-ref.mapper.js';
import type { BinEntry } from './bin.repository.js';
import { PurgeService } from './purge.service.js';
import { RecordsService } from './records.service.js';
import { UndoService } from './undo.service.js';

const IDS_MAX = 500;

@Controller()
@RecordServiceControllerMethods()
export class RecordsController implements RecordServiceController {
  constructor(private readonly records: RecordsService, private readonly purges: PurgeService, private readonly undo: UndoService) {}

  async deleteRecords({ kind, ids }: DeleteRecordsRequest): Promise<DeleteRecordsResponse> {
    const { result, changeSetId } = await this.records.delete(currentActor(), requireKind(kind), distinctIds(ids));
    return { changeSetId, ...result };
  }

  async restoreRecord({ kind, id }: RestoreRecordRequest): Promise<RestoreRecordResponse> {
    return { changeSetId: await this.records.restore(currentActor(), requireKind(kind), requireId(id)) };
  }

  async assignRecords({ kind, ids, ownerId }: AssignRecordsRequest): Promise<AssignRecordsResponse> {
    const { result, changeSetId } = await this.records.assign(currentActor(), requireKind(kind), distinctIds(ids), toOptionalId(ownerId, 'ownerId'));
    return { changeSetId, ...result };
  }

  async listBin({ kind, limit, cursor }: ListBinRequest): Promise<ListBinResponse> {
    const page = await this.records.listBin(currentActor(), { kind: fromKindMessage(kind) ?? null, limit: checkLimit(limit, 200) || 50, cursor });
    return { entries: page.items.map(toEntryMessage), nextCursor: page.nextCursor };
  }

  async previewPurge({ kind, id }: PreviewPurgeRequest): Promise<PreviewPurgeResponse> {
    const { entry, ...preview } = await this.purges.preview(currentActor(), requireKind(kind), requireId(id));
    return { entry: toEntryMessage(entry), ...preview };
  }

  async purgeRecord({ kind, id, version }: PurgeRecordRequest): Promise<PurgeRecordResponse> {
    await this.purges.purge(currentActor(), requireKind(kind), requireId(id), version);
    return {};
  }

  async undoChangeSet({ id }: UndoChangeSetRequest): Promise<UndoChangeSetResponse> {
    const { result, changeSetId } = await this.undo.undo(currentActor(), requireId(id));
    return { changeSetId, reverted: result.reverted, kept: result.kept.map(toRefMessage) };
  }
}

function toEntryMessage({ deletedAt, deletedBy, ...record }: BinEntry): BinEntryMessage {
  return { record: toRefMessage(record), deletedAt, deletedBy };
}

function distinctIds(ids: readonly string[]): string[] {
  if (ids.length < 1 || ids.length > IDS_MAX) throw invalidField('ids', `Name 1 to ${IDS_MAX} records.`);
  return [...new Set(ids.map((id, index) => requireId(id, `ids[${index}]`)))];
}
