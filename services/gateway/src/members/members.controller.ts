import { Controller } from '@nestjs/common';
import { Auth } from '../clients.js';
import { Handle, type In, type ShownFrom } from '../http/handle.js';
import { Input } from '../http/input.js';
import { shortPage } from '../http/short-lists.js';
import { Caller } from '../sessions/caller.js';
import { type LiveSession, SessionCache } from '../sessions/session-cache.js';
import { memberOrders } from './members.dto.js';
import { fromMember } from './members.mapper.js';
import * as routes from './members.routes.js';

@Controller()
export class MembersController {
  constructor(private readonly auth: Auth, private readonly sessions: SessionCache) {}

  @Handle(routes.listMembers)
  async listMembers(@Input() { query }: In<typeof routes.listMembers>, @Caller() { workspace }: LiveSession) {
    const { members } = await this.auth.members.listMembers({ includeRemoved: query.includeRemoved === 'true' });
    return shortPage(members.map(fromMember), query, { belongsTo: ['members', workspace.id], orders: memberOrders, idOf: ({ userId }) => userId });
  }

  @Handle(routes.updateMember, { shown: readMember })
  async updateMember(@Input() { params, body }: In<typeof routes.updateMember>) {
    const { member } = await this.auth.members.updateMember({ ...params, ...body });
    this.sessions.drop(params);
    return fromMember(member);
  }

  @Handle(routes.removeMember)
  async removeMember(@Input() { params }: In<typeof routes.removeMember>): Promise<void> {
    await this.auth.members.removeMember(params);
    this.sessions.drop(params);
  }
}

async function readMember({ auth }: ShownFrom, { userId }: { userId: string }) {
  const { members } = await auth.members.listMembers({ includeRemoved: true });
  const found = members.find((member) => member.userId === userId);
  return found ? fromMember(found) : {};
}
