import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { isId, newId } from '@crm-vision/common/ids';
import { Inject, Injectable } from '@nestjs/common';
import { SessionExpiredError } from '../access/access.errors.js';
import { AccessService } from '../access/access.service.js';
import { KnownDevices } from '../devices/known-devices.service.js';
import { signAccessToken } from '../keys/access-token.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { type AuthSettings, SETTINGS } from '../parts.js';
import { RevocationsService } from '../revocations/revocations.service.js';
import type { Membership } from '../workspaces/workspace.js';
import { SessionNotFoundError, WorkspaceNotFoundError } from './session.errors.js';
import { chooseWorkspace, cleanDevice, hashToken, type LiveSession, newToken, type OpenedSession, type Origin, type Session } from './session.js';
import { type SessionDays, SessionsRepository } from './sessions.repository.js';

/** A session's end is moved on at most this often. */
const TOUCH_PAUSE_MS = 60_000;

export interface ResolvedSession extends LiveSession {
  workspace: Membership;
  accessToken: string;
  accessTokenExpiresAt: string;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly access: AccessService,
    private readonly keys: SigningKeys,
    private readonly revocations: RevocationsService,
    private readonly devices: KnownDevices,
    @Inject(SETTINGS) private readonly settings: AuthSettings,
  ) {}

  /** Makes a session for a person whose password was checked, in the place of the one that the browser holds. From now on the device is known. */
  async open(userId: string, { device, deviceToken, replacedSessionToken }: Origin): Promise<OpenedSession> {
    const token = newToken();
    if (replacedSessionToken !== '') await this.end(replacedSessionToken);
    const known = await this.devices.remember(userId, deviceToken);
    const session = { id: newId(), userId, tokenHash: hashToken(token), device: cleanDevice(device), deviceHash: known.hash, ...this.days() };
    return { token, deviceToken: known.token, expiresAt: await this.sessions.create(session) };
  }

  /** Whether the token of a session that was opened still opens it. */
  async lives({ token }: OpenedSession): Promise<boolean> {
    return (await this.sessions.findLive(hashToken(token))) !== null;
  }

  /** The next session without a wish opens in this workspace. */
  async useWorkspace(userId: string, workspaceId: string): Promise<void> {
    await this.sessions.useWorkspace(userId, workspaceId);
  }

  /** Who a token stands for, with an access token for one workspace. A person without any workspace is out. */
  async resolve(token: string, workspaceId: string): Promise<ResolvedSession> {
    const session = await this.sessions.findLive(hashToken(token));
    if (!session || session.workspaces.length === 0) throw new SessionExpiredError();
    const workspace = chooseWorkspace(session, workspaceId);
    if (!workspace) throw new WorkspaceNotFoundError();
    const expiresAt = await this.keepAlive(session);
    if (workspace.id !== session.lastWorkspaceId) await this.sessions.useWorkspace(session.user.id, workspace.id);
    const tokenEnd = new Date(Date.now() + this.settings.ACCESS_TOKEN_TTL_SECONDS * 1000);
    const { id: userId, name, timeZone: ownTimeZone } = session.user;
    const claims = { userId, workspaceId: workspace.id, role: workspace.role, sessionId: session.id, name, timeZone: workspace.timeZone, ownTimeZone, country: workspace.country };
    const accessToken = await signAccessToken(claims, this.keys.current(), tokenEnd);
    return { ...session, expiresAt, workspace, accessToken, accessTokenExpiresAt: tokenEnd.toISOString() };
  }

  /** The token is the proof; one that is unknown or over is no error. */
  async end(token: string): Promise<void> {
    await this.ending(() => this.sessions.revokeByToken(hashToken(token)));
  }

  async list(actor: Actor): Promise<Session[]> {
    await this.access.require(actor, 'records.read');
    return this.sessions.listLive(actor.userId);
  }

  /** Its device is a stranger from then on. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.access.require(actor, 'records.read');
    const ended = await this.ending(async () => {
      const revoked = isId(id) ? await this.sessions.revoke(actor.userId, id) : null;
      if (revoked?.deviceHash) await this.devices.forget(actor.userId, revoked.deviceHash);
      return revoked ? [id] : [];
    });
    if (ended.length === 0) throw new SessionNotFoundError();
  }

  /** Every session of the caller, this one too. Other devices are strangers from then on. For use cases that have authorised the actor already. */
  async endAll(actor: Actor): Promise<void> {
    await this.ending(async () => {
      await this.devices.forgetOthers(actor.userId, actor.sessionId);
      return this.sessions.revokeAll(actor.userId);
    });
  }

  private async keepAlive({ id, lastSeenAt, expiresAt }: LiveSession): Promise<string> {
    if (Date.now() - Date.parse(lastSeenAt) < TOUCH_PAUSE_MS) return expiresAt;
    const prolonged = await this.sessions.touch(id, this.days());
    if (!prolonged) throw new SessionExpiredError();
    return prolonged;
  }

  private days(): SessionDays {
    return { idleDays: this.settings.SESSION_TTL_DAYS, mostDays: this.settings.SESSION_MAX_DAYS };
  }

  /** Told once it holds: whoever is told asks again at once. */
  private ending(end: () => Promise<string[]>): Promise<string[]> {
    return this.database.transaction(null, async (transaction) => {
      const ended = await end();
      transaction.afterCommit(() => {
        for (const sessionId of ended) this.revocations.publish({ sessionId });
      });
      return ended;
    });
  }
}
