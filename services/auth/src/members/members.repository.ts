import type { Role } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import type { Member } from './member.js';

interface MemberRow {
  user_id: string;
  name: string;
  email: string;
  role: Role;
  status: string;
  joined_at: string;
}

const COLUMNS = 'm.user_id, u.name, u.email, m.role, m.status, m.joined_at';
const FROM = 'from membership m join users u on u.id = m.user_id where m.workspace_id = $1';
const LIST = { name: 'member_list', text: `select ${COLUMNS} ${FROM} and (m.status = 'active' or $2::boolean) order by u.name collate "und-x-icu", m.user_id` };
const FIND = { name: 'member_find', text: `select ${COLUMNS} ${FROM} and m.user_id = $2 and m.status = 'active'` };
const FIND_BY_EMAIL = { name: 'member_find_by_email', text: `select ${COLUMNS} ${FROM} and u.email = $2 and m.status = 'active'` };
// Two owners who remove each other at once take turns here.
const OWNERS = { name: 'member_owners', text: "select user_id from membership where workspace_id = $1 and role = 'owner' and status = 'active' order by user_id for update" };
const ADD = {
  name: 'member_add',
  text: `insert into membership as m (workspace_id, user_id, role) values ($1, $2, $3)
    on conflict (workspace_id, user_id) do update set role = excluded.role, status = 'active', removed_at = null, joined_at = now() where m.status = 'removed'
    returning user_id`,
};
const SET_ROLE = { name: 'member_set_role', text: 'update membership set role = $3 where workspace_id = $1 and user_id = $2' };
const REMOVE = { name: 'member_remove', text: "update membership set status = 'removed', removed_at = now() where workspace_id = $1 and user_id = $2" };
const TAKE_BACK_INVITATIONS = {
  name: 'member_take_back_invitations',
  text: 'update invitation set revoked_at = now() where workspace_id = $1 and invited_by = $2 and accepted_at is null and revoked_at is null',
};

function toMember({ user_id: userId, joined_at: joinedAt, ...row }: MemberRow): Member {
  return { userId, ...row, joinedAt };
}

@Injectable()
export class MembersRepository {
  constructor(private readonly database: Database) {}

  async list(workspaceId: string, includeRemoved: boolean): Promise<Member[]> {
    return (await this.database.read<MemberRow>(workspaceId, { ...LIST, values: [workspaceId, includeRemoved] })).map(toMember);
  }

  async findActive(workspaceId: string, userId: string): Promise<Member | null> {
    const [row] = await this.database.read<MemberRow>(workspaceId, { ...FIND, values: [workspaceId, userId] });
    return row ? toMember(row) : null;
  }

  async findActiveByEmail(workspaceId: string, email: string): Promise<Member | null> {
    const [row] = await this.database.read<MemberRow>(workspaceId, { ...FIND_BY_EMAIL, values: [workspaceId, email] });
    return row ? toMember(row) : null;
  }

  /** Locked until the transaction ends. */
  async countOwnersForUpdate(workspaceId: string): Promise<number> {
    return (await this.database.transaction(workspaceId, (transaction) => transaction.query({ ...OWNERS, values: [workspaceId] }))).length;
  }

  /** False when the person is a member already; their role stays. */
  async add(workspaceId: string, userId: string, role: Role): Promise<boolean> {
    const rows = await this.database.transaction(workspaceId, (transaction) => transaction.query({ ...ADD, values: [workspaceId, userId, role] }));
    return rows.length === 1;
  }

  async setRole(workspaceId: string, userId: string, role: Role): Promise<void> {
    await this.database.transaction(workspaceId, (transaction) => transaction.query({ ...SET_ROLE, values: [workspaceId, userId, role] }));
  }

  async takeBackInvitations(workspaceId: string, invitedBy: string): Promise<void> {
    await this.database.transaction(workspaceId, (transaction) => transaction.query({ ...TAKE_BACK_INVITATIONS, values: [workspaceId, invitedBy] }));
  }

  async remove(workspaceId: string, userId: string): Promise<void> {
    await this.database.transaction(workspaceId, (transaction) => transaction.query({ ...REMOVE, values: [workspaceId, userId] }));
  }
}
