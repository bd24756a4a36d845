import type { Actor } from '@crm-vision/common/context';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import type { Act } from '../writes/act.js';
import type { RecordKind } from '../writes/record-kind.js';
import type { AnyRecordType } from '../writes/record-type.js';
import { Writes } from '../writes/writes.service.js';
import type { BinEntry } from './bin.repository.js';
import { portions } from './portions.js';
import { forget, listNaming, PurgeRepository } from './purge.repository.js';
import { PurgeOutdatedError } from './record.errors.js';
import { recordTypeOf } from './record-types.js';

/** What goes with a record (notes), and what stays without it. */
export interface PurgePreview {
  entry: BinEntry;
  version: number;
  notes: number;
  contacts: number;
  deals: number;
  tasks: number;
}

/** Deleting for good: out of the bin, with no way back. */
@Injectable()
export class PurgeService {
  constructor(
    private readonly records: PurgeRepository,
    private readonly writes: Writes,
  ) {}

  async preview(actor: Actor, kind: RecordKind, id: string): Promise<PurgePreview> {
    const type = purgeable(actor, kind);
    const [found, { note: notes, contact: contacts, deal: deals, task: tasks }] = await Promise.all([this.records.findBinned(actor, type, id), this.records.countNaming(actor, id)]);
    if (!found) throw type.notFound();
    const { version, ...entry } = found;
    return { entry, version, notes, contacts, deals, tasks };
  }

  async purge(actor: Actor, kind: RecordKind, id: string, version: number): Promise<void> {
    const type = purgeable(actor, kind);
    await this.writes.run(actor, 'purge', async (act) => {
      const row = await act.lock(type, id, 'binned');
      if (row.version !== version) throw new PurgeOutdatedError();
      await this.release(act, id);
      await type.beforePurge?.(id, act.transaction);
      await act.purge(type, [row]);
      await forget(act.transaction, { kind, id });
    });
  }

  /** Takes the record out of what names it; its notes have nothing left to be about. */
  private async release(act: Act, id: string): Promise<void> {
    for (const [kind, group] of Map.groupBy(await listNaming(act.transaction, id), (naming) => naming.kind)) {
      const type = recordTypeOf(kind);
      for (const some of portions(group, (naming) => naming.id)) {
        const rows = await act.lockMany(type, some.map((naming) => naming.id), 'anywhere');
        if (type.without) await act.updateAll(type, rows.map((row) => ({ row, changes: type.without!(row, id) })));
        else await act.purge(type, rows);
      }
    }
  }
}

function purgeable(actor: Actor, kind: RecordKind): AnyRecordType {
  requirePermission(actor, 'records.purge');
  return recordTypeOf(kind);
}
