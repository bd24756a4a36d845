import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Auth } from '../clients.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { Answer, type Reply } from '../http/reply.js';
import { fromSignedUp } from '../sessions/sessions.mapper.js';
import { getSession } from '../sessions/sessions.routes.js';
import { SignInCookies } from '../sessions/sign-in-cookies.js';
import { fromInvitation, fromPreview } from './invitations.mapper.js';
import * as routes from './invitations.routes.js';

@Controller()
export class InvitationsController {
  constructor(private readonly auth: Auth, private readonly cookies: SignInCookies) {}

  @Handle(routes.listInvitations)
  async listInvitations() {
    return { items: (await this.auth.invitations.listInvitations({})).invitations.map(fromInvitation) };
  }

  @Handle(routes.createInvitation)
  async createInvitation(@Input() { body }: In<typeof routes.createInvitation>, @Answer() answer: Reply) {
    const { invitation, link } = await this.auth.invitations.createInvitation(body);
    return answer.at(`${routes.createInvitation.path}/${invitation?.id ?? ''}`, { invitation: fromInvitation(invitation), link });
  }

  @Handle(routes.revokeInvitation)
  async revokeInvitation(@Input() { params }: In<typeof routes.revokeInvitation>): Promise<void> {
    await this.auth.invitations.revokeInvitation(params);
  }

  @Handle(routes.resolveInvitation)
  async resolveInvitation(@Input() { body }: In<typeof routes.resolveInvitation>) {
    return fromPreview(await this.auth.invitations.resolveInvitation(body));
  }

  @Handle(routes.acceptInvitation)
  async acceptInvitation(
    @Input() { body: { token, name = '', password } }: In<typeof routes.acceptInvitation>, @Req() request: Request, @Res({ passthrough: true }) response: Response, @Answer() answer: Reply,
  ) {
    return answer.at(getSession.path, fromSignedUp(this.cookies.keep(response, await this.auth.invitations.acceptInvitation({ token, name, password, ...this.cookies.origin(request) }))));
  }
}
