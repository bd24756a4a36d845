import type { Role } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import type { Invitation, OpenInvitation } from './invitation.js';

interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  invited_by: string;
  created_at: string;
  expires_at: string;
}

interface OpenRow extends Omit<InvitationRow, 'created_at'> {
  workspace_id: string;
  workspace_name: string;
}

export interface NewInvitation {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  tokenHash: Buffer;
  days: number;
}

const COLUMNS = 'id, email, role, invited_by, created_at, expires_at';
const OPEN = 'accepted_at is null and revoked_at is null and expires_at > now()';
const LIST = { name: 'invitation_list', text: `select ${COLUMNS} from invitation where workspace_id = $1 and ${OPEN} order by created_at desc, id desc` };
const CREATE = {
  name: 'invitation_create',
  text: `insert into invitation (workspace_id, id, email, role, invited_by, token_hash, expires_at)
    values ($1, $2, $3, $4, $5, $6, now() + $7::int * interval '1 day') returning ${COLUMNS}`,
};
const REVOKE = { name: 'invitation_revoke', text: `update invitation set revoked_at = now() where workspace_id = $1 and id = $2 and ${OPEN} returning ${COLUMNS}` };
const REVOKE_OF = { name: 'invitation_revoke_of', text: `update invitation set revoked_at = now() where workspace_id = $1 and email = $2 and ${OPEN}` };
const ACCEPT = { name: 'invitation_accept', text: `update invitation set accepted_at = now() where workspace_id = $1 and id = $2 and ${OPEN} returning id` };
const FIND_OPEN = {
  name: 'invitation_find_open', text: 'select id, workspace_id, workspace_name, email, role, invited_by, expires_at from auth.open_invitation($1)',
};

function toInvitation(row: InvitationRow): Invitation {
  return { id: row.id, email: row.email, role: row.role, invitedBy: row.invited_by, createdAt: row.created_at, expiresAt: row.expires_at };
}

@Injectable()
export class InvitationsRepository {
  constructor(private readonly database: Database) {}

  async listOpen(workspaceId: string): Promise<Invitation[]> {
    return (await this.database.read<InvitationRow>(workspaceId, { ...LIST, values: [workspaceId] })).map(toInvitation);
  }

  /** Takes the place of what is open for the same email. */
  async replace(workspaceId: string, invitation: NewInvitation): Promise<Invitation> {
    const { id, email, role, invitedBy, tokenHash, days } = invitation;
    return this.database.transaction(workspaceId, async (transaction) => {
      await transaction.query({ ...REVOKE_OF, values: [workspaceId, email] });
      const [row] = await transaction.query<InvitationRow>({ ...CREATE, values: [workspaceId, id, email, role, invitedBy, tokenHash, days] });
      if (!row) throw new Error('An insert answered no row.');
      return toInvitation(row);
    });
  }

  /** Null when it is not open. */
  async revoke(workspaceId: string, id: string): Promise<Invitation | null> {
    const [row] = await this.database.transaction(workspaceId, (transaction) => transaction.query<InvitationRow>({ ...REVOKE, values: [workspaceId, id] }));
    return row ? toInvitation(row) : null;
  }

  /** False when somebody was faster. */
  async accept(workspaceId: string, id: string): Promise<boolean> {
    const rows = await this.database.transaction(workspaceId, (transaction) => transaction.query({ ...ACCEPT, values: [workspaceId, id] }));
    return rows.length === 1;
  }

  /** Looks over the wall: the token is the proof. */
  async findOpen(tokenHash: Buffer): Promise<OpenInvitation | null> {
    const [row] = await this.database.readGlobal<OpenRow>({ ...FIND_OPEN, values: [tokenHash] });
    if (!row) return null;
    const { id, email, role } = row;
    return { id, email, role, workspaceId: row.workspace_id, workspaceName: row.workspace_name, invitedBy: row.invited_by, expiresAt: row.expires_at };
  }
}
