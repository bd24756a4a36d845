import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import type { RecordLink } from '../writes/record-kind.js';
import { LinkedRecordNotFoundError } from './link.errors.js';
import { type LinkKind, linkKinds } from './link-titles.js';
import { liveStatement } from './linked-records.repository.js';

/** Records that tasks and notes are about. */
@Injectable()
export class LinkedRecords {
  constructor(private readonly database: Database) {}

  /** Throws for the first one that does not live for the actor; `fieldOf` names the field that it came in. */
  async requireLive(actor: Actor, links: readonly RecordLink[], fieldOf: (index: number) => string): Promise<void> {
    requirePermission(actor, 'records.read');
    if (links.length === 0) return;
    const rows = await this.database.read<{ kind: string; id: string }>(actor.workspaceId, liveStatement(actor, links));
    const live = new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
    const missing = links.findIndex(({ kind, id }) => !isLinkKind(kind) || !live.has(`${kind} ${id}`));
    if (missing >= 0) throw new LinkedRecordNotFoundError(fieldOf(missing));
  }
}

function isLinkKind(kind: string): kind is LinkKind {
  return (linkKinds as readonly string[]).includes(kind);
}
