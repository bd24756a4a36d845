import { type Actor, currentCall } from '@crm-vision/common/context';
import type { Transaction } from '@crm-vision/common/database';
import { newId } from '@crm-vision/common/ids';
import { Injectable } from '@nestjs/common';

export type AuditAction =
  | 'workspace.created' | 'workspace.updated'
  | 'member.joined' | 'member.role_changed' | 'member.removed'
  | 'invitation.created' | 'invitation.revoked';

export interface AuditEntry {
  action: AuditAction;
  /** The user, workspace or invitation that it is about. */
  subjectId: string;
  details: Readonly<Record<string, unknown>>;
}

const INSERT = {
  name: 'audit_insert',
  text: 'insert into audit_entry (workspace_id, id, actor_id, action, subject_id, details, request_id) values ($1, $2, $3, $4, $5, $6, $7)',
};

/** Who changed members, roles and the workspace. Append-only; written in the transaction of the change. */
@Injectable()
export class AuditRepository {
  async append(transaction: Transaction, { workspaceId, userId }: Pick<Actor, 'workspaceId' | 'userId'>, { action, subjectId, details }: AuditEntry): Promise<void> {
    await transaction.query({ ...INSERT, values: [workspaceId, newId(), userId, action, subjectId, JSON.stringify(details), currentCall()?.requestId ?? ''] });
  }
}
