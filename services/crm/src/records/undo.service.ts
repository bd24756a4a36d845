import type { Actor } from '@crm-vision/common/context';
import { violatedConstraint } from '@crm-vision/common/database';
import { DomainError } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { isManager, requirePermission } from '../access/roles.js';
import type { Act, Edit } from '../writes/act.js';
import type { NamedRecord } from '../writes/record-kind.js';
import type { AnyRecordType, RecordRow } from '../writes/record-type.js';
import { type Done, Writes } from '../writes/writes.service.js';
import { listChanges, lockChangeSet, markUndone } from './change-sets.repository.js';
import { ChangeSetAlreadyUndoneError, ChangeSetNotFoundError } from './record.errors.js';
import { portions } from './portions.js';
import { recordTypeOf } from './record-types.js';
import { type Reversal, toReversals } from './reversal.js';

export interface Undone {
  reverted: number;
  /** Left alone: changed since, or no longer possible. */
  kept: NamedRecord[];
}

interface Wanted {
  row: RecordRow<object>;
  reversal: Reversal;
}

@Injectable()
export class UndoService {
  constructor(private readonly writes: Writes) {}

  undo(actor: Actor, changeSetId: string): Promise<Done<Undone>> {
    requirePermission(actor, 'records.write');
    return this.writes.run(actor, 'undo', async (act) => {
      const changeSet = await lockChangeSet(act.transaction, changeSetId);
      if (!changeSet || (changeSet.actorId !== actor.userId && !isManager(actor))) throw new ChangeSetNotFoundError();
      if (changeSet.undoneBy) throw new ChangeSetAlreadyUndoneError();
      const reversals = toReversals(await listChanges(act.transaction, changeSetId));
      const undone = await this.revertAll(act, reversals);
      if (undone.reverted > 0) await markUndone(act.transaction, changeSetId, act.changeSetId);
      return undone;
    }, changeSetId);
  }

  private async revertAll(act: Act, reversals: readonly Reversal[]): Promise<Undone> {
    const undone: Undone = { reverted: 0, kept: [] };
    for (const [kind, group] of Map.groupBy(reversals, (reversal) => reversal.kind)) {
      const type = recordTypeOf(kind);
      requirePermission(act.actor, type.writePermission ?? 'records.write');
      for (const some of portions(group, ({ id }) => id, type.comesBackWhole && group.length)) await this.revertSome(act, type, some, undone);
    }
    return undone;
  }

  private async revertSome(act: Act, type: AnyRecordType, reversals: readonly Reversal[], undone: Undone): Promise<void> {
    const rows = new Map((await act.lockMany(type, reversals.map(({ id }) => id), 'anywhere')).map((row) => [row.id, row]));
    const keep = (row: RecordRow<object>): unknown => undone.kept.push({ kind: type.kind, id: row.id, title: type.titleOf(row) });
    const wanted: Wanted[] = [];
    for (const reversal of reversals) {
      const row = rows.get(reversal.id);
      // Gone for good, or hidden from the caller: there is nothing to name.
      if (!row) continue;
      if (row.version === reversal.version) wanted.push({ row, reversal });
      else keep(row);
    }
    const impossible = await this.revert(act, type, wanted);
    for (const { row } of impossible) keep(row);
    undone.reverted += wanted.length - impossible.length;
  }

  /** All at once; when one of them is no longer possible (an email was taken meanwhile, a stage is gone), one by one. Answers those that are not. */
  private async revert(act: Act, type: AnyRecordType, wanted: readonly Wanted[]): Promise<readonly Wanted[]> {
    if (wanted.length === 0 || (await this.isReverted(act, type, wanted))) return [];
    if (wanted.length === 1) return wanted;
    const impossible: Wanted[] = [];
    for (const one of wanted) if (!(await this.isReverted(act, type, [one]))) impossible.push(one);
    return impossible;
  }

  /** False: nothing of it was written. The savepoint keeps what was written before. */
  private async isReverted(act: Act, type: AnyRecordType, wanted: readonly Wanted[]): Promise<boolean> {
    await act.transaction.run('savepoint reversal');
    try {
      const together = wanted.map(({ row, reversal }) => ({ ...row, ...reversal.columns }));
      const edits: Edit<object>[] = [];
      for (const { row, reversal } of wanted) edits.push(await toEdit(act, type, { row, reversal }, together));
      await act.updateAll(type, edits);
      await act.transaction.run('release savepoint reversal');
      return true;
    } catch (error) {
      if (!(error instanceof DomainError) && !violatedConstraint(error)) throw error;
      await act.transaction.run('rollback to savepoint reversal');
      return false;
    }
  }
}

async function toEdit(act: Act, type: AnyRecordType, { row, reversal: { columns, place } }: Wanted, together: readonly RecordRow<object>[]): Promise<Edit<object>> {
  if (place === 'bin') {
    await type.beforeBin?.(act.actor, row, act.transaction);
    return { row, changes: {}, place };
  }
  const corrected = await type.beforeRevert?.({ ...row, ...columns }, act.transaction, together);
  return { row, changes: { ...columns, ...corrected }, ...(place && { place }) };
}
