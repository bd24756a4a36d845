import { Database } from '@crm-vision/common/database';
import { newId } from '@crm-vision/common/ids';
import { Injectable } from '@nestjs/common';
import { signInKeys } from '../attempts/attempt-rules.js';
import type { Caller } from '../callers/caller.js';
import { Callers } from '../callers/callers.service.js';
import { type Keep, KeptAnswers } from '../kept-answers/kept-answers.service.js';
import { Events } from '../events.js';
import { MembersService } from '../members/members.service.js';
import type { OpenedSession, Origin } from '../sessions/session.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { checkTimeZone } from '../users/personal-formats.js';
import { checkEmail, checkLocale, checkName, normaliseEmail, type User } from '../users/user.js';
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
    private readonly callers: Callers,
    private readonly kept: KeptAnswers,
    private readonly events: Events,
  ) {}

  /** A person, the workspace they own, and a session: all of it or nothing. */
  async signUp(values: SignUp, origin: Origin): Promise<SignedUp> {
    const email = normaliseEmail(values.email);
    const caller = await this.callers.identify(email, origin);
    const asked = { scope: ['sign-up', email], body: values, attempts: signInKeys(email, caller) };
    return this.kept.once(asked, ({ session }) => this.sessions.lives(session), (keep) => this.found(values, { origin, caller }, keep));
  }

  private async found(values: SignUp, { origin, caller }: { origin: Origin; caller: Caller }, keep: Keep<SignedUp>): Promise<SignedUp> {
    const [email, name] = [checkEmail(values.email), checkName(values.name, 'name')];
    const [locale, timeZone] = [checkLocale(values.locale || 'en'), checkTimeZone(values.timeZone || 'UTC')];
    const country = checkCountry(values.country || guessCountry(timeZone, locale));
    const workspaceName = checkName(values.workspaceName, 'workspaceName');
    const person = await this.users.prepare({ email, name, locale, timeZone: values.timeZone === '' ? null : timeZone, password: values.password, workspaceName }, caller);
    const workspaceId = newId();
    return this.database.transaction(workspaceId, (transaction) => keep(transaction, async () => {
      transaction.afterCommit(() => this.events.signedUp(person.user.id, workspaceId));
      await this.users.create(person);
      const workspace = await this.workspaces.create({ workspaceId, userId: person.user.id }, { name: workspaceName, timeZone, locale, country });
      await this.members.join(workspaceId, person.user.id, 'owner');
      return { user: person.user, workspace: { ...workspace, role: 'owner' }, session: await this.sessions.open(person.user.id, origin) };
    }));
  }

  async signIn(values: { email: string; password: string }, origin: Origin): Promise<SignedIn> {
    const email = normaliseEmail(values.email);
    const caller = await this.callers.identify(email, origin);
    const asked = { scope: ['sign-in', email], body: values, attempts: signInKeys(email, caller) };
    return this.kept.once(asked, ({ session }) => this.sessions.lives(session), async (keep) => {
      const user = await this.users.authenticate(values.email, values.password, caller);
      const workspaces = await this.workspaces.listOf(user.id);
      if (workspaces.length === 0) throw new NoWorkspaceError();
      return this.database.transaction(null, (transaction) => keep(transaction, async () => ({ user, workspaces, session: await this.sessions.open(user.id, origin) })));
    });
  }
}
