import { DomainError, UnauthenticatedError } from '@crm-vision/common/errors';
import { nameRequest } from '@crm-vision/common/telemetry';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import { addressKey } from '@crm-vision/common/network';
import type { Auth, Crm } from '../clients.js';
import type { Limits } from '../limits/limits.js';
import { checkCsrfToken } from '../sessions/csrf.js';
import type { LiveSession, SessionCache } from '../sessions/session-cache.js';
import type { SessionCookie } from '../sessions/session-cookie.js';
import { type Exchange, exchangeOf } from './exchange.js';
import { type HandledRoute, handledRoute } from './handle.js';
import { readInput } from './input.js';
import type { LoadShedding } from './load-shedding.js';
import type { Origins } from './origins.js';
import { withoutUnchanged } from './unchanged.js';
import type { Route } from './route.js';
import { idempotencyKeyOf, workspaceIdOf } from './request-headers.js';

export interface GatekeeperParts {
  sessions: SessionCache;
  cookie: SessionCookie;
  limits: Limits;
  clients: { auth: Auth; crm: Crm };
  origins: Origins;
  bodyOf: (route: Route) => RequestHandler;
  load: LoadShedding;
  deadlineMs: number;
}

const GUESSED: ReadonlySet<string> = new Set(['unauthenticated', 'notFound']);

/** Before every handler, deny first: origin, limits, session, CSRF; only then is the body read and the input checked. */
@Injectable()
export class Gatekeeper implements CanActivate {
  constructor(private readonly parts: GatekeeperParts) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const handled = handledRoute(context.getHandler());
    const exchange = exchangeOf(request);
    exchange.handled = handled;
    nameRequest(handled.route.method, handled.route.path);
    response.setHeader('Cache-Control', 'no-store');
    if (isWrite(request)) this.parts.origins.check(request);
    if (handled.route.access === 'public') await this.parts.limits.spend(handled.route.limit ?? 'public', addressKey(request.ip), response);
    else await this.admit(request, response, handled, exchange);
    const key = isWrite(request) ? idempotencyKeyOf(request) : undefined;
    if (key) exchange.call.idempotencyKey = key;
    // Streams wait more than they work, and have a limit of their own.
    const isStream = handled.route.contentType === 'text/event-stream';
    if (!isStream) this.parts.load.admit(request, response);
    await readBody(this.parts.bodyOf(handled.route), request, response);
    if (isStream) await this.begin(request, handled, exchange);
    else await this.parts.load.inTurn(request, () => this.begin(request, handled, exchange));
    return true;
  }

  private async begin(request: Request, handled: HandledRoute, exchange: Exchange): Promise<void> {
    exchange.call.deadline = Date.now() + (handled.route.deadlineMs ?? this.parts.deadlineMs);
    if (exchange.session) request.body = await withoutUnchanged(request.body, handled, request.params, { ...this.parts.clients, session: exchange.session });
    exchange.input = readInput(request, handled.route);
  }

  private async admit(request: Request, response: Response, handled: HandledRoute, exchange: Exchange): Promise<void> {
    const session = await this.findSession(request, response, handled);
    exchange.session = session;
    const { user, workspace, id: sessionId, accessToken: token } = session;
    const [timeZone, ownTimeZone] = [workspace.timeZone, user.timeZone ?? workspace.timeZone];
    exchange.call.actor = { userId: user.id, workspaceId: workspace.id, role: workspace.role as never, sessionId, name: user.name, timeZone, ownTimeZone, country: workspace.country, token };
    await this.parts.limits.spend('user', user.id, response);
    if (!isWrite(request)) return;
    checkCsrfToken(request, session.csrfToken);
  }

  private async findSession(request: Request, response: Response, { freshSession }: HandledRoute): Promise<LiveSession> {
    const { cookie, sessions } = this.parts;
    const workspaceId = workspaceIdOf(request);
    const token = cookie.read(request);
    try {
      if (!token) throw new UnauthenticatedError();
      return await (freshSession ? sessions.findFresh(token, workspaceId) : sessions.find(token, workspaceId));
    } catch (error) {
      // Guessing is counted like any call without a session; a failure on our side is not.
      if (error instanceof DomainError && GUESSED.has(error.kind)) await this.parts.limits.spend('public', addressKey(request.ip), response);
      throw error;
    }
  }
}

const isWrite = ({ method }: Request): boolean => method !== 'GET' && method !== 'HEAD';

function readBody(body: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void body(request, response, (error?: unknown) => (error instanceof Error ? reject(error) : resolve()));
  });
}
