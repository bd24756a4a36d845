import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Auth } from '../clients.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { shortPage } from '../http/short-lists.js';
import { Caller } from './caller.js';
import { type LiveSession, SessionCache } from './session-cache.js';
import { SessionCookie } from './session-cookie.js';
import { deviceOrders } from './sessions.dto.js';
import { fromDevice, fromLiveSession, fromUser, fromWorkspace, toUserUpdate } from './sessions.mapper.js';
import { SignInCookies } from './sign-in-cookies.js';
import * as routes from './sessions.routes.js';

@Controller()
export class SessionsController {
  constructor(private readonly auth: Auth, private readonly sessions: SessionCache, private readonly cookie: SessionCookie, private readonly cookies: SignInCookies) {}

  @Handle(routes.getSession, { freshSession: true })
  getSession(@Caller() session: LiveSession, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return fromLiveSession(this.cookie.renew(request, response, session));
  }

  @Handle(routes.listDevices)
  async listDevices(@Input() { query }: In<typeof routes.listDevices>, @Caller() { user }: LiveSession) {
    const { sessions } = await this.auth.sessions.listSessions({});
    return shortPage(sessions.map(fromDevice), query, { belongsTo: ['sessions', user.id], orders: deviceOrders, idOf: ({ id }) => id });
  }

  @Handle(routes.revokeDevice)
  async revokeDevice(@Input() { params }: In<typeof routes.revokeDevice>): Promise<void> {
    await this.auth.sessions.revokeSession(params);
    this.sessions.drop({ sessionId: params.id });
  }

  @Handle(routes.updateUser, { current: fromUser, shown: ({ session }) => fromUser(session.user) })
  async updateUser(@Input() { body }: In<typeof routes.updateUser>, @Caller() { user }: LiveSession) {
    const answer = await this.auth.users.updateUser(toUserUpdate(body));
    this.sessions.drop({ userId: user.id });
    return fromUser(answer.user);
  }

  @Handle(routes.changePassword)
  async changePassword(@Input() { body }: In<typeof routes.changePassword>, @Caller() { user }: LiveSession, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    this.cookies.keep(response, await this.auth.users.changePassword({ ...body, ...this.cookies.origin(request) }));
    this.sessions.drop({ userId: user.id });
  }

  @Handle(routes.updateWorkspace, { current: fromWorkspace, shown: ({ session }) => fromWorkspace(session.workspace) })
  async updateWorkspace(@Input() { body: { country, ...body } }: In<typeof routes.updateWorkspace>, @Caller() { user }: LiveSession) {
    const answer = await this.auth.workspaces.updateWorkspace({ ...body, ...(country !== undefined && { country: country ?? '' }) });
    this.sessions.drop({ userId: user.id });
    return fromWorkspace(answer.workspace);
  }
}
