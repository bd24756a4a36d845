import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { signInKeys } from '../attempts/attempt-rules.js';
import { Callers } from '../callers/callers.service.js';
import { type Keep, KeptAnswers } from '../kept-answers/kept-answers.service.js';
import { MembersService } from '../members/members.service.js';
import { hashToken, type OpenedSession, type Origin } from '../sessions/session.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { checkName, type User } from '../users/user.js';
import { type NewUser, UsersService } from '../users/users.service.js';
import type { Membership } from '../workspaces/workspace.js';
import { WorkspacesService } from '../workspaces/workspaces.service.js';
import { InvitationNotFoundError } from './invitation.errors.js';
import type { OpenInvitation } from './invitation.js';
import { InvitationsRepository } from './invitations.repository.js';

export interface InvitationPreview extends OpenInvitation {
  invitedByName: string;
}

export interface Joined {
  user: User;
  workspace: Membership;
  session: OpenedSession;
}

/** What the holder of an invitation link may do; the token is the proof. */
@Injectable()
export class JoinService {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsRepository,
    private readonly users: UsersService,
    private readonly members: MembersService,
    private readonly workspaces: WorkspacesService,
    private readonly sessions: SessionsService,
    private readonly callers: Callers,
    private readonly kept: KeptAnswers,
  ) {}

  async preview(token: string): Promise<InvitationPreview> {
    const invitation = await this.open(token);
    const inviter = await this.users.findById(invitation.invitedBy);
    return { ...invitation, invitedByName: inviter?.name ?? '' };
  }

  /** A new person gives a name and a password, a known one the password of the account. What is refused does not tell which of them the email has. */
  accept({ token, name, password }: { token: string; name: string; password: string }, origin: Origin): Promise<Joined> {
    const link = hashToken(token).toString('hex');
    const asked = { scope: ['accept-invitation', link], body: { name, password }, attempts: signInKeys(link, this.callers.locate(origin.device?.ip)) };
    return this.kept.once(asked, ({ session }) => this.sessions.lives(session), async (keep) => {
      const invitation = await this.open(token);
      const caller = await this.callers.identify(invitation.email, origin);
      const person = name.trim() === ''
        ? await this.users.authenticate(invitation.email, password, caller)
        : await this.users.prepareOrFind({ email: invitation.email, name: checkName(name, 'name'), locale: 'en', timeZone: null, password, workspaceName: invitation.workspaceName }, caller);
      return this.join(invitation, person, origin, keep);
    });
  }

  private async open(token: string): Promise<OpenInvitation> {
    const invitation = await this.invitations.findOpen(hashToken(token));
    if (!invitation) throw new InvitationNotFoundError();
    return invitation;
  }

  private join({ id, workspaceId, role }: OpenInvitation, person: User | NewUser, origin: Origin, keep: Keep<Joined>): Promise<Joined> {
    const user = 'user' in person ? person.user : person;
    return this.database.transaction(workspaceId, (transaction) => keep(transaction, async () => {
      if (!(await this.invitations.accept(workspaceId, id))) throw new InvitationNotFoundError();
      if ('user' in person) await this.users.create(person);
      await this.members.join(workspaceId, user.id, role);
      await this.sessions.useWorkspace(user.id, workspaceId);
      const session = await this.sessions.open(user.id, origin);
      const workspace = (await this.workspaces.listOf(user.id)).find((one) => one.id === workspaceId);
      if (!workspace) throw new InvitationNotFoundError();
      return { user, workspace, session };
    }));
  }
}
