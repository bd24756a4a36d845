import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Auth } from '../clients.js';
import { exchangeOf } from '../http/exchange.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { Answer, type Reply } from '../http/reply.js';
import { SessionCache } from './session-cache.js';
import { SessionCookie } from './session-cookie.js';
import { SignInCookies } from './sign-in-cookies.js';
import { fromSignedIn, fromSignedUp } from './sessions.mapper.js';
import * as routes from './sessions.routes.js';

@Controller()
export class SignInController {
  constructor(private readonly auth: Auth, private readonly cookie: SessionCookie, private readonly cookies: SignInCookies, private readonly sessions: SessionCache) {}

  @Handle(routes.signUp)
  async signUp(@Input() { body: { locale = '', timeZone = '', country = '', ...body } }: In<typeof routes.signUp>, @Req() request: Request, @Res({ passthrough: true }) response: Response, @Answer() answer: Reply) {
    return answer.at(routes.getSession.path, fromSignedUp(this.cookies.keep(response, await this.auth.sessions.signUp({ ...body, locale, timeZone, country, ...this.cookies.origin(request) }))));
  }

  @Handle(routes.signIn)
  async signIn(@Input() { body }: In<typeof routes.signIn>, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    return fromSignedIn(this.cookies.keep(response, await this.auth.sessions.signIn({ ...body, ...this.cookies.origin(request) })));
  }

  @Handle(routes.signOut)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const sessionId = exchangeOf(request).session?.id;
    await this.auth.sessions.signOut({ sessionToken: this.cookie.read(request) ?? '' });
    if (sessionId) this.sessions.drop({ sessionId });
    this.cookie.clear(request, response);
  }
}
