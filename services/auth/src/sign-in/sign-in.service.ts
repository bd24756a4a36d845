import { Database } from '@crm-vision/common/database';
import { newId } from '@crm-vision/common/ids';
import { Inject, Injectable } from '@nestjs/common';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import { signInKeys, signUpKeys } from '../attempts/attempt-rules.js';
import { AttemptsService } from '../attempts/attempts.service.js';
import type { Caller } from '../callers/caller.js';
import { Callers } from '../callers/callers.service.js';
import { type Keep, KeptAnswers } from '../kept-answers/kept-answers.service.js';
import { Events } from '../events.js';
import { MembersService } from '../members/members.service.js';
import { type AuthSettings, SETTINGS } from '../parts.js';
import { Passwords } from '../passwords/passwords.service.js';
import type { OpenedSession, Origin } from '../sessions/session.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { checkTimeZone } from '../users/personal-formats.js';
import { checkEmail, checkLocale, checkName, normaliseEmail, type User } from '../users/user.js';
import { SignUpRefusedError, WrongCredentialsError } from '../users/user.errors.js';
import { type NewUser, UsersService } from '../users/users.service.js';
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
    private readonly attempts: AttemptsService,
    private readonly passwords: Passwords,
    private readonly kept: KeptAnswers,
    private readonly events: Events,
    @Inject(SETTINGS) private readonly settings: AuthSettings,
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
    const person = await this.newcomer({ email, name, locale, timeZone: values.timeZone === '' ? null : timeZone, password: values.password, workspaceName }, caller);
    const user = 'user' in person ? person.user : person;
    const workspaceId = newId();
    return this.database.transaction(workspaceId, (transaction) => keep(transaction, async () => {
      transaction.afterCommit(() => this.events.signedUp(user.id, workspaceId));
      if ('user' in person) await this.users.create(person);
      const workspace = await this.workspaces.create({ workspaceId, userId: user.id }, { name: workspaceName, timeZone, locale, country });
      await this.members.join(workspaceId, user.id, 'owner');
      await this.sessions.useWorkspace(user.id, workspaceId);
      return { user, workspace: { ...workspace, role: 'owner' }, session: await this.sessions.open(user.id, origin) };
    }));
  }

  /** Whatever is refused is refused in the same words and after the same work. */
  private async newcomer(person: Parameters<UsersService['prepareOrFind']>[0], caller: Caller): Promise<NewUser | User> {
    try {
      await this.attempts.spend(signUpKeys(caller, this.settings.SIGN_UPS_PER_ADDRESS_PER_DAY));
    } catch (error) {
      await this.passwords.verify(person.password, undefined, caller);
      throw refused(error);
    }
    return this.users.prepareOrFind(person, caller).catch((error: unknown) => {
      throw refused(error);
    });
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

function refused(error: unknown): unknown {
  return error instanceof WrongCredentialsError || error instanceof TooManyAttemptsError ? new SignUpRefusedError(error) : error;
}
