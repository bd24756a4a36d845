import type { Actor } from '@crm-vision/common/context';
import { Inject, Injectable } from '@nestjs/common';
import { AssigneeNotFoundError, OwnerNotFoundError } from './member.errors.js';

/** Who is a member of the caller's workspace; auth knows. */
export interface MemberDirectory {
  memberIds(): Promise<readonly string[]>;
}

export const MEMBER_DIRECTORY = Symbol('member directory');

const KEPT_MS = 10_000;
const WORKSPACES_MAX = 1000;

interface Known {
  ids: ReadonlySet<string>;
  at: number;
}

/** Members that records may be given to. Answers are kept for seconds; somebody who is not among them is asked for again. */
@Injectable()
export class Members {
  private readonly known = new Map<string, Known>();

  constructor(@Inject(MEMBER_DIRECTORY) private readonly directory: MemberDirectory) {}

  /** Throws when the person is no member. */
  async require(actor: Actor, userId: string, as: 'owner' | 'assignee' = 'owner'): Promise<void> {
    const members = await this.among(actor, [userId]);
    if (!members.has(userId)) throw as === 'owner' ? new OwnerNotFoundError() : new AssigneeNotFoundError();
  }

  /** Those of the people who are members. */
  async among(actor: Actor, userIds: readonly string[]): Promise<ReadonlySet<string>> {
    const others = userIds.filter((id) => id !== actor.userId);
    const known = others.length === 0 ? new Set<string>() : await this.idsWith(actor, others);
    return new Set(userIds.filter((id) => id === actor.userId || known.has(id)));
  }

  private async idsWith(actor: Actor, userIds: readonly string[]): Promise<ReadonlySet<string>> {
    const known = this.known.get(actor.workspaceId);
    if (known && Date.now() - known.at < KEPT_MS && userIds.every((id) => known.ids.has(id))) return known.ids;
    const ids = new Set(await this.directory.memberIds());
    if (this.known.size >= WORKSPACES_MAX) this.known.clear();
    this.known.set(actor.workspaceId, { ids, at: Date.now() });
    return ids;
  }
}
