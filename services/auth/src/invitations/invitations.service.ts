import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { isId, newId } from '@crm-vision/common/ids';
import { Inject, Injectable } from '@nestjs/common';
import { type Keep, KeptAnswers } from '../kept-answers/kept-answers.service.js';
import { AccessService } from '../access/access.service.js';
import { AuditRepository } from '../audit/audit.repository.js';
import { checkRole } from '../members/member.js';
import { MembersService } from '../members/members.service.js';
import { type AuthSettings, SETTINGS } from '../parts.js';
import { hashToken, newToken } from '../sessions/session.js';
import { checkEmail } from '../users/user.js';
import { AlreadyAMemberError, InvitationNotFoundError } from './invitation.errors.js';
import { invitableRoles, type Invitation, INVITATION_DAYS, invitationLink } from './invitation.js';
import { InvitationsRepository } from './invitations.repository.js';

/** The link is shown this once. */
export interface Invited {
  invitation: Invitation;
  link: string;
}

@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsRepository,
    private readonly members: MembersService,
    private readonly access: AccessService,
    private readonly audit: AuditRepository,
    private readonly kept: KeptAnswers,
    @Inject(SETTINGS) private readonly settings: AuthSettings,
  ) {}

  /** Inviting somebody again makes a new link and ends the old one; the same request sent again gives its first link. */
  async create(actor: Actor, values: { email: string; role: string }): Promise<Invited> {
    await this.access.require(actor, 'members.manage');
    const asked = { scope: ['invite', actor.workspaceId, actor.userId], body: values, attempts: [] };
    return this.kept.once(asked, () => Promise.resolve(true), (keep) => this.invite(actor, values, keep));
  }

  private async invite(actor: Actor, values: { email: string; role: string }, keep: Keep<Invited>): Promise<Invited> {
    const [email, role] = [checkEmail(values.email), checkRole(values.role, invitableRoles)];
    if (await this.members.isMember(actor.workspaceId, email)) throw new AlreadyAMemberError();
    return this.database.transaction(actor.workspaceId, (transaction) => keep(transaction, async () => {
      const token = newToken();
      const invitation = await this.invitations.replace(actor.workspaceId, {
        id: newId(), email, role, invitedBy: actor.userId, tokenHash: hashToken(token), days: INVITATION_DAYS,
      });
      await this.audit.append(transaction, actor, { action: 'invitation.created', subjectId: invitation.id, details: { email, role } });
      return { invitation, link: invitationLink(this.settings.PUBLIC_URL, token) };
    }));
  }

  async list(actor: Actor): Promise<Invitation[]> {
    await this.access.require(actor, 'members.manage');
    return this.invitations.listOpen(actor.workspaceId);
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    await this.access.require(actor, 'members.manage');
    await this.database.transaction(actor.workspaceId, async (transaction) => {
      const revoked = isId(id) ? await this.invitations.revoke(actor.workspaceId, id) : null;
      if (!revoked) throw new InvitationNotFoundError();
      await this.audit.append(transaction, actor, { action: 'invitation.revoked', subjectId: id, details: { email: revoked.email, role: revoked.role } });
    });
  }
}
