import { type DomainError, UnauthenticatedError } from '@crm-vision/common/errors';
import type { Logger } from '@crm-vision/common/logging';
import { reportError } from '@crm-vision/common/telemetry';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { addressKey } from '@crm-vision/common/network';
import type { Limits } from '../limits/limits.js';
import type { SessionCookie } from '../sessions/session-cookie.js';
import { type Exchange, exchangeOf } from './exchange.js';
import { MethodNotAllowedError, RouteNotFoundError } from './http.errors.js';
import { renderProblem, toDomainError } from './problem.js';
import { allowedMethods } from './route-table.js';

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly cookie: SessionCookie,
    private readonly limits: Limits,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.send(thrown, http.getRequest<Request>(), http.getResponse<Response>());
  }

  send(thrown: unknown, request: Request, response: Response): void {
    void this.answer(thrown, request, response);
  }

  private async answer(thrown: unknown, request: Request, response: Response): Promise<void> {
    const { call, handled, session } = exchangeOf(request);
    // The caller hung up, which cancelled the work: nobody is there to hear of it, and nothing failed.
    if (call.signal.aborted) return;
    const error = await this.count(this.nameMethods(toDomainError(thrown), request), request, response);
    if (error.kind === 'internal') this.report(error.cause ?? error, exchangeOf(request));
    // Too late for a status: the client sees a broken answer instead of half of one that looks whole.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { body, headers } = renderProblem(error, call.requestId, handled);
    const sessionIsOver = error.kind === 'unauthenticated' && handled?.route.access !== 'public' && (error instanceof UnauthenticatedError || !session);
    if (sessionIsOver) this.cookie.clear(request, response);
    response.status(body.status).set(headers).set('Cache-Control', 'no-store').type('application/problem+json').send(JSON.stringify(body));
  }

  /** Whoever asks for what is not there came past the gatekeeper, and is counted here like any caller without a session. */
  private async count(error: DomainError, { ip }: Request, response: Response): Promise<DomainError> {
    if (!(error instanceof RouteNotFoundError || error instanceof MethodNotAllowedError)) return error;
    return this.limits.spend('public', addressKey(ip), response).then(() => error, (limited: unknown) => toDomainError(limited));
  }

  private report(cause: unknown, { call: { requestId }, handled, session }: Exchange): void {
    const route = handled?.route.id;
    this.logger.error({ err: cause, requestId, route }, 'A request failed');
    reportError(cause, { requestId, ...(route && { route }), ...(session && { userId: session.user.id, workspaceId: session.workspace.id }) });
  }

  private nameMethods(error: DomainError, request: Request): DomainError {
    if (!(error instanceof RouteNotFoundError)) return error;
    const methods = allowedMethods(request.path);
    return methods.length > 0 ? new MethodNotAllowedError(methods) : error;
  }
}
