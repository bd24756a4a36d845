import { Database } from '@crm-vision/common/database';
import { newId } from '@crm-vision/common/ids';
import { Injectable } from '@nestjs/common';
import { Events } from '../events.js';
import { MembersService } from '../members/members.service.js';
import type { Device, OpenedSession } from '../sessions/session.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { checkTimeZone } from '../users/personal-formats.js';
import { checkEmail, checkLocale, checkName, type User } from '../users/user.js';
import { UsersService } from '../users/users.service.js';
import { checkCountry, guessCountry } from '../workspaces/country.js';
import type { Membership } from '../workspaces/workspace.js';
import { WorkspacesService } from '../workspaces/workspaces.service.js';
import { NoWorkspaceError } from './sign-in.errors.js';

export interface SignUp {
  email: string;
  password: string;
  name: string;
  workspaceName: string;
  /** Empty: English. */
  locale: string;
  /** Of the founder, and so of the workspace; empty: UTC, until the founder says. */
  timeZone: string;
  /** Empty: that of the time zone, else of the locale. */
  country: string;
  device: Device | undefined;
}

export interface SignedUp {
  user: User;
  workspace: Membership;
  session: OpenedSession;
}

export interface SignedIn {
  user: User;
  workspaces: Membership[];
  session: OpenedSession;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly workspaces: WorkspacesService,
    private readonly members: MembersService,
    private readonly sessions: SessionsService,
    private readonly events: Events,
  ) {}

  /** A person, the workspace they own, and a session: all of it or nothing. */
  async signUp(values: SignUp): Promise<SignedUp> {
    const [email, name] = [checkEmail(values.email), checkName(values.name, 'name')];
    const [locale, timeZone] = [checkLocale(values.locale || 'en'), checkTimeZone(values.timeZone || 'UTC')];
    const country = checkCountry(values.country || guessCountry(timeZone, locale));
    const workspaceName = checkName(values.workspaceName, 'workspaceName');
    const person = await this.users.prepare({ email, name, locale, timeZone: values.timeZone === '' ? null : timeZone, password: values.password });
    const workspaceId = newId();
    return this.database.transaction(workspaceId, async (transaction) => {
      transaction.afterCommit(() => this.events.signedUp(person.user.id, workspaceId));
      await this.users.create(person);
      const workspace = await this.workspaces.create({ workspaceId, userId: person.user.id }, { name: workspaceName, timeZone, locale, country });
      await this.members.join(workspaceId, person.user.id, 'owner');
      return { user: person.user, workspace: { ...workspace, role: 'owner' }, session: await this.sessions.open(person.user.id, values.device) };
    });
  }

  async signIn({ email, password, device }: { email: string; password: string; device: Device | undefined }): Promise<SignedIn> {
    const user = await this.users.authenticate(email, password, device?.ip ?? '');
    const workspaces = await this.workspaces.listOf(user.id);
    if (workspaces.length === 0) throw new NoWorkspaceError();
    return { user, workspaces, session: await this.sessions.open(user.id, device) };
  }
}
