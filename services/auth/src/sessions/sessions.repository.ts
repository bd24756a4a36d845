import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import type { User } from '../users/user.js';
import { userJson } from '../users/user-columns.js';
import type { Membership } from '../workspaces/workspace.js';
import type { Device, LiveSession, Session } from './session.js';

interface LiveRow {
  id: string;
  expires_at: string;
  last_seen_at: string;
  last_workspace_id: string | null;
  person: User;
  workspaces: Membership[];
}

interface SessionRow {
  id: string;
  ip: string;
  user_agent: string;
  created_at: string;
  last_seen_at: string;
}

const LIVE = 'revoked_at is null and expires_at > now()';
const FIND_LIVE = {
  name: 'session_find_live',
  text: `select s.id, s.expires_at, s.last_seen_at, u.last_workspace_id,
      ${userJson('u')} as person,
      coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name, 'slug', w.slug, 'role', w.role, 'timeZone', w.time_zone, 'locale', w.locale, 'country', w.country,
        'version', w.version) order by w.name, w.id)
        from auth.memberships_of(u.id) w), '[]') as workspaces
    from session s join users u on u.id = s.user_id where s.token_hash = $1 and s.${LIVE}`,
};
const CREATE = {
  name: 'session_create',
  text: `insert into session (id, user_id, token_hash, ip, user_agent, expires_at, device_hash) values ($1, $2, $3, $4, $5, now() + least($6::int, $7::int) * interval '1 day', $8) returning expires_at`,
};
const TOUCH = {
  name: 'session_touch', text: `update session set last_seen_at = now(), expires_at = least(now() + $2::int * interval '1 day', created_at + $3::int * interval '1 day')
    where id = $1 and revoked_at is null and created_at > now() - $3::int * interval '1 day' returning expires_at`,
};
const USE_WORKSPACE = { name: 'session_use_workspace', text: 'update users set last_workspace_id = $2 where id = $1' };
const LIST = { name: 'session_list', text: `select id, ip, user_agent, created_at, last_seen_at from session where user_id = $1 and ${LIVE} order by created_at desc, id desc limit 100` };
const REVOKE_BY_TOKEN = { name: 'session_revoke_by_token', text: `update session set revoked_at = now() where token_hash = $1 and ${LIVE} returning id` };
const REVOKE = { name: 'session_revoke', text: `update session set revoked_at = now() where user_id = $1 and id = $2 and ${LIVE} returning device_hash` };
const REVOKE_ALL = { name: 'session_revoke_all', text: `update session set revoked_at = now() where user_id = $1 and ${LIVE} returning id` };

/** After so many days without use a session ends, and after so many in any case. */
export interface SessionDays {
  idleDays: number;
  mostDays: number;
}

interface Id {
  id: string;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  async findLive(tokenHash: Buffer): Promise<LiveSession | null> {
    const [row] = await this.database.readGlobal<LiveRow>({ ...FIND_LIVE, values: [tokenHash] });
    if (!row) return null;
    return { id: row.id, expiresAt: row.expires_at, lastSeenAt: row.last_seen_at, lastWorkspaceId: row.last_workspace_id, user: row.person, workspaces: row.workspaces };
  }

  /** Answers when it ends. */
  async create(session: { id: string; userId: string; tokenHash: Buffer; device: Device; deviceHash: Buffer } & SessionDays): Promise<string> {
    const { id, userId, tokenHash, device, deviceHash, idleDays, mostDays } = session;
    const [row] = await this.database.readGlobal<{ expires_at: string }>({ ...CREATE, values: [id, userId, tokenHash, device.ip, device.userAgent, idleDays, mostDays, deviceHash] });
    return row?.expires_at ?? '';
  }

  /** Prolongs the session; null when it has ended, or has lived for as long as any. */
  async touch(id: string, { idleDays, mostDays }: SessionDays): Promise<string | null> {
    const [row] = await this.database.readGlobal<{ expires_at: string }>({ ...TOUCH, values: [id, idleDays, mostDays] });
    return row?.expires_at ?? null;
  }

  async useWorkspace(userId: string, workspaceId: string): Promise<void> {
    await this.database.readGlobal({ ...USE_WORKSPACE, values: [userId, workspaceId] });
  }

  async listLive(userId: string): Promise<Session[]> {
    const rows = await this.database.readGlobal<SessionRow>({ ...LIST, values: [userId] });
    return rows.map((row) => ({ id: row.id, device: { ip: row.ip, userAgent: row.user_agent }, createdAt: row.created_at, lastSeenAt: row.last_seen_at }));
  }

  /** Answers, as below, the ids of the sessions that it ended. */
  async revokeByToken(tokenHash: Buffer): Promise<string[]> {
    return this.ids({ ...REVOKE_BY_TOKEN, values: [tokenHash] });
  }

  /** The device that it was on, if that is known; null when there is no such session. */
  async revoke(userId: string, id: string): Promise<{ deviceHash: Buffer | null } | null> {
    const [row] = await this.database.readGlobal<{ device_hash: Buffer | null }>({ ...REVOKE, values: [userId, id] });
    return row ? { deviceHash: row.device_hash } : null;
  }

  async revokeAll(userId: string): Promise<string[]> {
    return this.ids({ ...REVOKE_ALL, values: [userId] });
  }

  private async ids(statement: { name: string; text: string; values: unknown[] }): Promise<string[]> {
    return (await this.database.readGlobal<Id>(statement)).map(({ id }) => id);
  }
}
