import { type Actor, currentCall } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { newId } from '@crm-vision/common/ids';
import { Inject, Injectable } from '@nestjs/common';
import { recordsChanged } from '../events.js';
import { QUOTAS, type Quotas, requireRoom, type Usage } from '../quotas/quota.js';
import { USED } from '../quotas/usage-statements.js';
import { Act } from './act.js';
import { actStatement } from './act-log.js';

export interface Done<T> {
  result: T;
  /** What Undo takes back; empty when nothing was written. */
  changeSetId: string;
}

/** The one way to write records: rows, audit, timeline, outbox and change set commit together or not at all. */
@Injectable()
export class Writes {
  constructor(
    private readonly database: Database,
    @Inject(QUOTAS) private readonly quotas: Quotas,
  ) {}

  /** `work` may run again after a deadlock: it does database work only. */
  run<T>(actor: Actor, kind: string, work: (act: Act) => Promise<T>, undoes: string | null = null): Promise<Done<T>> {
    return this.database.transaction(actor.workspaceId, async (transaction) => {
      const act = new Act(actor, newId(), transaction);
      // It leaves with the first statement of the work, and is answered long before it is needed.
      const used = transaction.query<Usage>(USED);
      used.catch(() => undefined);
      const result = await work(act);
      const topics = act.lines.outbox.map(({ topic }) => topic);
      transaction.afterCommit(() => recordsChanged(topics));
      if (act.lines.audit.length === 0) return { result, changeSetId: '' };
      const { growth } = act;
      requireRoom(this.quotas, (await used)[0]!, growth, kind);
      const { workspaceId, userId: actorId, sessionId } = actor;
      const head = { workspaceId, changeSetId: act.changeSetId, kind, actorId, sessionId, requestId: currentCall()?.requestId ?? '', undoes };
      transaction.send(actStatement(head, act.lines, growth));
      return { result, changeSetId: act.changeSetId };
    });
  }
}
