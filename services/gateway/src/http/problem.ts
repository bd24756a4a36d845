import { DomainError, errorKinds, FIELDS_TOLD_MAX, InternalError } from '@crm-vision/common/errors';
import type { z } from 'zod';
import { BodyTooLargeError, HttpError, MalformedBodyError, MalformedUrlError, RateLimitedError, RouteNotFoundError, UnsupportedMediaTypeError } from './http.errors.js';
import type { HandledRoute } from './handle.js';
import type { problem } from './problem.dto.js';

/** `current`: with STALE_VERSION the record as it is now. */
type Problem = z.output<typeof problem> & { current?: unknown };

export interface RenderedProblem {
  body: Problem;
  headers: Record<string, string>;
}

const OVERLOAD_RETRY_SECONDS = 1;
/** How to be let in: by the session that signing in opens. No scheme that a browser has a dialog of its own for. */
const CHALLENGE = 'Session realm="crm-vision"';

/** Whatever was thrown, as an error that a caller may see. */
export function toDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (thrown instanceof URIError) return new MalformedUrlError();
  const { type, status, limit } = (thrown ?? {}) as { type?: unknown; status?: unknown; limit?: unknown };
  if (type === 'entity.too.large') return new BodyTooLargeError(Number(limit));
  if (type === 'entity.parse.failed' || type === 'request.size.invalid' || type === 'request.aborted') return new MalformedBodyError();
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') return new UnsupportedMediaTypeError();
  if (status === 404) return new RouteNotFoundError();
  if (status === 400) return new MalformedBodyError('The request cannot be read.');
  return new InternalError(thrown);
}

/** An error as RFC 9457 problem+json. The cause and the stack stay inside. */
export function renderProblem(error: DomainError, requestId: string, handled: HandledRoute | undefined): RenderedProblem {
  const { http, title } = error instanceof HttpError ? { http: error.status, title: error.title } : errorKinds[error.kind];
  const { current, ...details } = error.details;
  return {
    body: {
      type: `urn:crm-vision:problem:${error.code}`,
      title,
      status: http,
      detail: error.message,
      code: error.code,
      requestId,
      ...(error.fields.length > 0 && { errors: error.fields.slice(0, FIELDS_TOLD_MAX) }),
      ...(current !== undefined && { current: toCurrent(current, handled) }),
      ...(Object.keys(details).length > 0 && { details }),
    },
    headers: { ...(error instanceof HttpError && error.headers), ...retryAfter(error), ...(http === 401 && { 'WWW-Authenticate': CHALLENGE }) },
  };
}

/** The record as it is now, in the shape in which the route answers. */
function toCurrent(text: string, handled: HandledRoute | undefined): unknown {
  return handled?.current?.(JSON.parse(text) as never);
}

function retryAfter(error: DomainError): Record<string, string> {
  if (error instanceof RateLimitedError) return { 'Retry-After': String(error.retryAfterSeconds) };
  if (error.kind === 'rateLimited') return { 'Retry-After': error.details['retryAfterSeconds'] ?? '60' };
  return error.kind === 'unavailable' ? { 'Retry-After': String(OVERLOAD_RETRY_SECONDS) } : {};
}
