import { Controller } from '@nestjs/common';
import { Auth } from '../clients.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { Caller } from './caller.js';
import { type LiveSession, SessionCache } from './session-cache.js';
import { fromDevice, fromLiveSession, fromUser, fromWorkspace } from './sessions.mapper.js';
import * as routes from './sessions.routes.js';

@Controller()
export class SessionsController {
  constructor(private readonly auth: Auth, private readonly sessions: SessionCache) {}

  @Handle(routes.getSession, { freshSession: true })
  getSession(@Caller() session: LiveSession) {
    return fromLiveSession(session);
  }

  @Handle(routes.listDevices)
  async listDevices() {
    return { items: (await this.auth.sessions.listSessions({})).sessions.map(fromDevice) };
  }

  @Handle(routes.revokeDevice)
  async revokeDevice(@Input() { params }: In<typeof routes.revokeDevice>): Promise<void> {
    await this.auth.sessions.revokeSession(params);
    this.sessions.drop({ sessionId: params.id });
  }

  @Handle(routes.updateUser)
  async updateUser(@Input() { body }: In<typeof routes.updateUser>, @Caller() { user }: LiveSession) {
    const answer = await this.auth.users.updateUser(body);
    this.sessions.drop({ userId: user.id });
    return fromUser(answer.user);
  }

  @Handle(routes.changePassword)
  async changePassword(@Input() { body }: In<typeof routes.changePassword>, @Caller() { user }: LiveSession): Promise<void> {
    await this.auth.users.changePassword(body);
    this.sessions.drop({ userId: user.id });
  }

  @Handle(routes.updateWorkspace)
  async updateWorkspace(@Input() { body }: In<typeof routes.updateWorkspace>, @Caller() { user }: LiveSession) {
    const answer = await this.auth.workspaces.updateWorkspace(body);
    this.sessions.drop({ userId: user.id });
    return fromWorkspace(answer.workspace);
  }
}
