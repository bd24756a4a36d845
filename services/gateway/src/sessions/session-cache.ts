import { hash } from 'node:crypto';
import type { ResolveSessionResponse, User, WorkspaceMembership } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { present } from '../http/fields.mapper.js';
import { csrfTokenOf } from './csrf.js';

/** A session that auth has just vouched for, in one of the person's workspaces. */
export interface LiveSession {
  id: string;
  user: User;
  workspace: WorkspaceMembership;
  workspaces: WorkspaceMembership[];
  permissions: string[];
  accessToken: string;
  csrfToken: string;
  expiresAt: string;
}

/** What auth tells when sessions end or change: one session, or all of a person. */
export const revocation = z.union([z.strictObject({ sessionId: z.uuid() }), z.strictObject({ userId: z.uuid() })]);
export type Revocation = z.infer<typeof revocation>;

export type ResolveSession = (token: string, workspaceId: string) => Promise<ResolveSessionResponse>;

const MAX_KEPT = 10_000;

export function isAffected({ id, user }: LiveSession, revoked: Revocation): boolean {
  return 'sessionId' in revoked ? id === revoked.sessionId : user.id === revoked.userId;
}

/** Asks auth once in a few seconds for each session, however many requests it makes. */
export class SessionCache {
  private readonly kept: LRUCache<string, LiveSession>;
  private readonly asking = new Map<string, Promise<LiveSession>>();
  private revocations = 0;

  constructor(private readonly resolve: ResolveSession, private readonly believeMs: number) {
    this.kept = new LRUCache({ max: MAX_KEPT, ttl: believeMs });
  }

  /** Rejects when the session is over, or when it has no such workspace. `workspaceId` empty: the one used last. */
  find(token: string, workspaceId: string): Promise<LiveSession> {
    const key = keyOf(token, workspaceId);
    const known = this.kept.get(key);
    if (known) return Promise.resolve(known);
    const asked = this.asking.get(key);
    if (asked) return asked;
    const asking = this.findFresh(token, workspaceId).finally(() => this.asking.delete(key));
    this.asking.set(key, asking);
    return asking;
  }

  async findFresh(token: string, workspaceId: string): Promise<LiveSession> {
    const before = this.revocations;
    const session = toLiveSession(await this.resolve(token, workspaceId), token);
    // What was revoked while auth answered must not be believed for the next seconds.
    if (this.revocations === before && this.believeMs > 0) this.kept.set(keyOf(token, workspaceId), session);
    return session;
  }

  drop(revoked: Revocation): void {
    this.revocations += 1;
    for (const [key, session] of this.kept) if (isAffected(session, revoked)) this.kept.delete(key);
  }
}

function keyOf(token: string, workspaceId: string): string {
  return hash('sha256', `${token} ${workspaceId}`, 'base64');
}

function toLiveSession(answer: ResolveSessionResponse, token: string): LiveSession {
  const { sessionId: id, workspaces, permissions, accessToken, expiresAt } = answer;
  const [user, workspace] = [present(answer.user, 'user'), present(answer.workspace, 'workspace')];
  return { id, user, workspace, workspaces, permissions, accessToken, expiresAt, csrfToken: csrfTokenOf(token) };
}
