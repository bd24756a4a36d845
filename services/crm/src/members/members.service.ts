import type { Actor } from '@crm-vision/common/context';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AssigneeNotFoundError, OwnerNotFoundError } from './member.errors.js';

/** Who is a member of the caller's workspace; auth knows. */
export interface MemberDirectory {
  memberIds(): Promise<readonly string[]>;
}

export const MEMBER_DIRECTORY = Symbol('member directory');

const KEPT_MS = 10_000;
const WORKSPACES_MAX = 1000;

/** Members that records may be given to. Answers are kept for seconds; somebody who is not among them is asked for again. */
@Injectable()
export class Members {
  private readonly known = new LRUCache<string, ReadonlySet<string>>({ max: WORKSPACES_MAX, ttl: KEPT_MS });

  constructor(@Inject(MEMBER_DIRECTORY) private readonly directory: MemberDirectory) {}

  /** Throws when the person is no member. */
  async require(actor: Actor, userId: string, as: 'owner' | 'assignee' = 'owner'): Promise<void> {
    const members = await this.among(actor, [userId]);
    if (!members.has(userId)) throw as === 'owner' ? new OwnerNotFoundError() : new AssigneeNotFoundError();
  }

  /**
   * For a change, asked before its transaction: the answer is called with whom the record has already. Who has left the workspace may stay, and be sent
   * back unchanged; nobody new who is no member is taken.
   */
  async mayBecome(actor: Actor, userId: string | null | undefined, as: 'owner' | 'assignee' = 'owner'): Promise<(before: string | null) => void> {
    const isMember = !userId || (await this.among(actor, [userId])).has(userId);
    return (before) => {
      if (!isMember && before !== userId) throw as === 'owner' ? new OwnerNotFoundError() : new AssigneeNotFoundError();
    };
  }

  /** Those of the people who are members. */
  async among(actor: Actor, userIds: readonly string[]): Promise<ReadonlySet<string>> {
    const others = userIds.filter((id) => id !== actor.userId);
    const known = others.length === 0 ? new Set<string>() : await this.idsWith(actor, others);
    return new Set(userIds.filter((id) => id === actor.userId || known.has(id)));
  }

  private async idsWith(actor: Actor, userIds: readonly string[]): Promise<ReadonlySet<string>> {
    const known = this.known.get(actor.workspaceId);
    if (known && userIds.every((id) => known.has(id))) return known;
    const ids = new Set(await this.directory.memberIds());
    this.known.set(actor.workspaceId, ids);
    return ids;
  }
}
