import type { Actor } from '@crm-vision/common/context';
import { DomainError, invalidField } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { may, requirePermission } from '../access/roles.js';
import type { Page } from '../lists/list-field.js';
import { Members } from '../members/members.service.js';
import type { RecordKind } from '../writes/record-kind.js';
import type { AnyRecordType } from '../writes/record-type.js';
import { type Done, Writes } from '../writes/writes.service.js';
import { type BinEntry, type BinQuery, BinRepository } from './bin.repository.js';
import { UniqueValueTakenError } from './record.errors.js';
import { portions } from './portions.js';
import { allRecordTypes, recordTypeOf } from './record-types.js';

/** How many of the ids were changed; the others do not exist for the caller. */
export interface BulkResult {
  changed: number;
  skipped: number;
}

@Injectable()
export class RecordsService {
  constructor(
    private readonly bin: BinRepository,
    private readonly writes: Writes,
    private readonly members: Members,
  ) {}

  delete(actor: Actor, kind: RecordKind, ids: readonly string[]): Promise<Done<BulkResult>> {
    const type = this.writable(actor, kind);
    return this.writes.run(actor, 'delete', async (act) => {
      let found = 0;
      for (const some of portions(ids, (id) => id)) {
        const rows = await act.lockMany(type, some);
        for (const row of rows) await type.beforeBin?.(actor, row, act.transaction);
        await act.updateAll(type, rows.map((row) => ({ row, changes: {}, place: 'bin' })));
        found += rows.length;
      }
      if (found === 0 && ids.length === 1) throw type.notFound();
      return { changed: found, skipped: ids.length - found };
    });
  }

  async restore(actor: Actor, kind: RecordKind, id: string): Promise<string> {
    const type = this.writable(actor, kind);
    try {
      const { changeSetId } = await this.writes.run(actor, 'restore', async (act) => {
        const row = await act.lock(type, id, 'binned');
        await act.updateAll(type, [{ row, changes: (await type.beforeRevert?.(row, act.transaction, [row])) ?? {}, place: 'live' }]);
      });
      return changeSetId;
    } catch (error) {
      throw error instanceof DomainError && error.kind === 'alreadyExists' ? new UniqueValueTakenError(error) : error;
    }
  }

  /** Owner null: nobody. */
  async assign(actor: Actor, kind: RecordKind, ids: readonly string[], ownerId: string | null): Promise<Done<BulkResult>> {
    const type = this.writable(actor, kind);
    const { ownerColumn } = type;
    if (!ownerColumn) throw invalidField('kind', 'Records of this kind have no owner.');
    if (ownerId) await this.members.require(actor, ownerId);
    return this.writes.run(actor, 'assign', async (act) => {
      let [found, changed] = [0, 0];
      for (const some of portions(ids, (id) => id)) {
        const rows = await act.lockMany(type, some);
        const after = await act.updateAll(type, rows.map((row) => ({ row, changes: { [ownerColumn]: ownerId } })));
        found += rows.length;
        changed += after.filter((row, index) => row !== rows[index]).length;
      }
      if (found === 0 && ids.length === 1) throw type.notFound();
      return { changed, skipped: ids.length - found };
    });
  }

  listBin(actor: Actor, query: BinQuery): Promise<Page<BinEntry>> {
    requirePermission(actor, 'records.read');
    const types = (query.kind ? [recordTypeOf(query.kind)] : allRecordTypes).filter((type) => may(actor, type.writePermission ?? 'records.read'));
    return types.length > 0 ? this.bin.list(actor, types, query) : Promise.resolve({ items: [], nextCursor: '' });
  }

  private writable(actor: Actor, kind: RecordKind): AnyRecordType {
    const type = recordTypeOf(kind);
    requirePermission(actor, type.writePermission ?? 'records.write');
    return type;
  }
}
