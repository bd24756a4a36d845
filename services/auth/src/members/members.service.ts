import type { Actor, Role } from '@crm-vision/common/context';
import { Database, type Transaction } from '@crm-vision/common/database';
import { isId } from '@crm-vision/common/ids';
import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import { AuditRepository } from '../audit/audit.repository.js';
import { Events, type MemberChange } from '../events.js';
import { RevocationsService } from '../revocations/revocations.service.js';
import { permissions } from '../roles/roles.js';
import { MemberNotFoundError } from './member.errors.js';
import { checkRole, checkRoleChange, type Member } from './member.js';
import { MembersRepository } from './members.repository.js';

@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly members: MembersRepository,
    private readonly access: AccessService,
    private readonly audit: AuditRepository,
    private readonly revocations: RevocationsService,
    private readonly events: Events,
  ) {}

  async list(actor: Actor, includeRemoved: boolean): Promise<Member[]> {
    await this.access.require(actor, 'records.read');
    return this.members.list(actor.workspaceId, includeRemoved);
  }

  async updateRole(actor: Actor, userId: string, wanted: string): Promise<Member> {
    const now = await this.access.require(actor, 'members.manage');
    const role = checkRole(wanted);
    return this.change(now, userId, role, async (transaction, member) => {
      await this.members.setRole(actor.workspaceId, userId, role);
      await this.audit.append(transaction, actor, { action: 'member.role_changed', subjectId: userId, details: { from: member.role, to: role } });
      return { ...member, role };
    });
  }

  async remove(actor: Actor, userId: string): Promise<void> {
    const now = await this.access.require(actor, 'members.manage');
    await this.change(now, userId, null, async (transaction, member) => {
      await this.members.remove(actor.workspaceId, userId);
      await this.audit.append(transaction, actor, { action: 'member.removed', subjectId: userId, details: { role: member.role } });
    });
  }

  async isMember(workspaceId: string, email: string): Promise<boolean> {
    return (await this.members.findActiveByEmail(workspaceId, email)) !== null;
  }

  /** Lets a person in. Joins the transaction that is open; the caller has the right to do this by another proof. */
  async join(workspaceId: string, userId: string, role: Role): Promise<void> {
    if (!(await this.members.add(workspaceId, userId, role))) return;
    await this.database.transaction(workspaceId, async (transaction) => {
      await this.audit.append(transaction, { workspaceId, userId }, { action: 'member.joined', subjectId: userId, details: { role } });
      transaction.afterCommit(() => this.events.memberChanged('joined', workspaceId, userId));
    });
  }

  private change<T>(actor: Actor, userId: string, next: Role | null, save: (transaction: Transaction, member: Member) => Promise<T>): Promise<T> {
    return this.database.transaction(actor.workspaceId, async (transaction) => {
      const owners = await this.members.countOwnersForUpdate(actor.workspaceId);
      const member = isId(userId) ? await this.members.findActive(actor.workspaceId, userId) : null;
      if (!member) throw new MemberNotFoundError();
      checkRoleChange(actor.role, member, next, owners);
      // A link that they kept would let them in again.
      if (!next || !permissions[next].includes('members.manage')) await this.members.takeBackInvitations(actor.workspaceId, userId);
      transaction.afterCommit(() => this.tell(next ? 'role_changed' : 'removed', actor.workspaceId, userId));
      return save(transaction, member);
    });
  }

  private tell(change: MemberChange, workspaceId: string, userId: string): void {
    this.revocations.publish({ userId });
    this.events.memberChanged(change, workspaceId, userId);
  }
}
