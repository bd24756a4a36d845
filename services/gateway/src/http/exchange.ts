import { randomUUID } from 'node:crypto';
import type { CallContext } from '@crm-vision/common/context';
import { runInCall } from '@crm-vision/common/context';
import type { Logger } from '@crm-vision/common/logging';
import { httpDuration, SLOW_REQUEST_SECONDS, slowRequests } from '@crm-vision/common/metrics';
import { reportSlow } from '@crm-vision/common/telemetry';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { LiveSession } from '../sessions/session-cache.js';
import type { HandledRoute } from './handle.js';
import type { ParsedInput } from './input.js';

/** What the gateway knows about one request while it is being served. */
export interface Exchange {
  call: CallContext;
  handled?: HandledRoute;
  session?: LiveSession;
  input?: ParsedInput;
}

const WELL_FORMED_ID = /^[\w.-]{8,100}$/;
const exchanges = new WeakMap<Request, Exchange>();

export function exchangeOf(request: Request): Exchange {
  const exchange = exchanges.get(request);
  if (!exchange) throw new Error('This request did not pass the begin of the pipeline.');
  return exchange;
}

/** First in the pipeline: request id, cancellation when the caller hangs up, one log line and one measurement at the end. */
export function beginExchange(logger: Logger, deadlineMs: number): RequestHandler {
  // Every field of these lines is chosen in report(): looking for secrets in them would cost more than writing them.
  const lines = logger.child({}, { redact: [] });
  return (request, response, next) => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && WELL_FORMED_ID.test(given) ? given : randomUUID();
    const hangUp = new AbortController();
    const exchange: Exchange = { call: { requestId, signal: hangUp.signal, deadline: Date.now() + deadlineMs } };
    exchanges.set(request, exchange);
    response.setHeader('X-Request-Id', requestId);
    const startedAt = performance.now();
    response.once('close', () => {
      if (!response.writableFinished) hangUp.abort();
      report(lines, request, response, exchange, (performance.now() - startedAt) / 1000);
    });
    next();
  };
}

/** After the body is read: whatever follows belongs to this call, in logs and in calls to other services. */
export function enterCall(request: Request, _response: Response, next: NextFunction): void {
  runInCall(exchangeOf(request).call, next);
}

function report(logger: Logger, request: Request, response: Response, { call, handled, session }: Exchange, seconds: number): void {
  const { method } = request;
  const status = response.writableFinished ? response.statusCode : 499;
  const route = handled?.route.id ?? 'other';
  const isStream = handled?.route.contentType === 'text/event-stream';
  if (!isStream) httpDuration.observe({ route, method, status }, seconds);
  // The template, never the address itself, in which people search for people.
  const line = {
    requestId: call.requestId, method, route, path: handled?.route.path, status, ms: Math.round(seconds * 1e5) / 100, ip: request.ip,
    ...(session && { workspaceId: session.workspace.id, userId: session.user.id }),
  };
  if (seconds > SLOW_REQUEST_SECONDS && !isStream) {
    slowRequests.inc({ route });
    reportSlow(seconds, { route, requestId: call.requestId, ...(session && { workspaceId: session.workspace.id, userId: session.user.id }) });
    logger.warn(line, 'A request was slow');
  } else logger.info(line, 'Request');
}
