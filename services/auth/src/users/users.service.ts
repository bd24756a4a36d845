import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { StaleVersionError } from '@crm-vision/common/errors';
import { newId } from '@crm-vision/common/ids';
import { Injectable } from '@nestjs/common';
import { SessionExpiredError } from '../access/access.errors.js';
import { AccessService } from '../access/access.service.js';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import { passwordChangeKeys, signInKeys } from '../attempts/attempt-rules.js';
import { AttemptsService } from '../attempts/attempts.service.js';
import { Events } from '../events.js';
import type { Caller } from '../callers/caller.js';
import { Callers } from '../callers/callers.service.js';
import { needsRehash } from '../passwords/password-hash.js';
import { checkPassword } from '../passwords/password-rules.js';
import { Passwords } from '../passwords/passwords.service.js';
import type { OpenedSession, Origin } from '../sessions/session.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { WrongCredentialsError, WrongCurrentPasswordError } from './user.errors.js';
import { noFormats } from './personal-formats.js';
import { changeUser, normaliseEmail, type User, type UserChange } from './user.js';
import { toUserMessage } from './users.mapper.js';
import { WorkspacesService } from '../workspaces/workspaces.service.js';
import { UsersRepository, type UserWithPassword } from './users.repository.js';

/** A person whose password is hashed but who is not saved yet. */
export type NewUser = UserWithPassword;

@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly access: AccessService,
    private readonly attempts: AttemptsService,
    private readonly callers: Callers,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly workspaces: WorkspacesService,
    private readonly events: Events,
  ) {}

  /**
   * Somebody new, whose password is fine; or the person who has this email, when it is theirs. Slow either way, so that the time tells nothing, and outside
   * of any transaction.
   */
  async prepareOrFind({ password, workspaceName, ...person }: Pick<User, 'email' | 'name' | 'locale' | 'timeZone'> & { password: string; workspaceName: string }, caller: Caller): Promise<NewUser | User> {
    checkPassword(password, { ...person, workspaceNames: [workspaceName] }, 'password');
    if (await this.users.findByEmail(person.email)) return this.authenticate(person.email, password, caller);
    return { user: { id: newId(), ...person, theme: 'system', shortcuts: true, ...noFormats, version: 1 }, passwordHash: await this.passwords.hash(password, caller) };
  }

  /** Joins the transaction that is open. */
  async create({ user, passwordHash }: NewUser): Promise<void> {
    await this.users.create(user, passwordHash);
  }

  async findById(id: string): Promise<User | null> {
    return (await this.users.findById(id))?.user ?? null;
  }

  /** The person with this email and password. Takes as long for an email that nobody has; too many failures lock. */
  async authenticate(typedEmail: string, password: string, caller: Caller): Promise<User> {
    const email = normaliseEmail(typedEmail);
    const known = await this.users.findByEmail(email);
    const right = await this.attempts.guard(signInKeys(email, caller), () => this.passwords.verify(password, known?.passwordHash, caller)).catch((error: unknown) => {
      if (error instanceof TooManyAttemptsError) this.events.signInTried('locked', known?.user.id);
      throw error;
    });
    this.events.signInTried(right ? 'ok' : 'wrong', known?.user.id);
    if (!right || !known) throw new WrongCredentialsError();
    const { user, passwordHash } = known;
    if (needsRehash(passwordHash)) await this.users.setPassword(user.id, await this.passwords.hash(password, caller));
    return user;
  }

  /** Of two changes at once the second is told what the first one left. */
  async update(actor: Actor, version: number | undefined, change: UserChange): Promise<User> {
    await this.access.require(actor, 'records.read');
    const { user } = await this.self(actor);
    const saved = user.version === (version ?? user.version) ? await this.users.save(changeUser(user, change)) : null;
    if (!saved) throw new StaleVersionError(toUserMessage((await this.self(actor)).user));
    return saved;
  }

  /** Whoever was signed in with the old password is out, the caller too, who gets a new session for it. */
  async changePassword(actor: Actor, { currentPassword, newPassword }: { currentPassword: string; newPassword: string }, origin: Origin): Promise<OpenedSession> {
    await this.access.require(actor, 'records.read');
    const { user, passwordHash } = await this.self(actor);
    const caller = { ...this.callers.locate(origin.device?.ip), knownDevice: actor.sessionId };
    const right = await this.attempts.guard(passwordChangeKeys(user.id), () => this.passwords.verify(currentPassword, passwordHash, caller));
    if (!right) throw new WrongCurrentPasswordError();
    const workspaces = await this.workspaces.listOf(user.id);
    checkPassword(newPassword, { ...user, workspaceNames: workspaces.map(({ name }) => name) }, 'newPassword');
    const newHash = await this.passwords.hash(newPassword, caller);
    return this.database.transaction(null, async () => {
      await this.users.setPassword(user.id, newHash);
      await this.sessions.endAll(actor);
      return this.sessions.open(user.id, origin);
    });
  }

  private async self({ userId }: Actor): Promise<UserWithPassword> {
    const known = await this.users.findById(userId);
    if (!known) throw new SessionExpiredError();
    return known;
  }
}
