import { DomainError } from '@crm-vision/common/errors';

/** Errors that only HTTP knows; their status is not in the table of kinds. */
export class HttpError extends DomainError {
  constructor(readonly status: number, readonly title: string, code: string, message: string, readonly headers: Readonly<Record<string, string>> = {}) {
    super('invalid', code, message);
  }
}

export class RouteNotFoundError extends HttpError {
  constructor() {
    super(404, 'Not found', 'ROUTE_NOT_FOUND', 'There is nothing at this address.');
  }
}

export class MethodNotAllowedError extends HttpError {
  constructor(allowed: readonly string[]) {
    super(405, 'Method not allowed', 'METHOD_NOT_ALLOWED', `This address answers to ${allowed.join(', ')}.`, { Allow: allowed.join(', ') });
  }
}

export class BodyTooLargeError extends HttpError {
  constructor(limit: number) {
    super(413, 'Too large', 'BODY_TOO_LARGE', `A body may have ${limit} bytes at most.`);
  }
}

export class UnsupportedMediaTypeError extends HttpError {
  constructor() {
    super(415, 'Wrong content type', 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json in UTF-8, and not compressed.', { Accept: 'application/json' });
  }
}

export class MalformedBodyError extends DomainError {
  constructor(message = 'The body is not valid JSON.') {
    super('invalid', 'MALFORMED_BODY', message, { fields: [{ field: 'body', code: 'MALFORMED_BODY', message }] });
  }
}

export class BodyTooComplexError extends DomainError {
  constructor(depth: number, elements: number) {
    const message = `May be nested ${depth} levels deep and have ${elements} values at most.`;
    super('invalid', 'BODY_TOO_COMPLEX', 'The body holds too much.', { fields: [{ field: 'body', code: 'BODY_TOO_COMPLEX', message }] });
  }
}

export class MalformedUrlError extends DomainError {
  constructor() {
    super('invalid', 'MALFORMED_URL', 'The address is not valid UTF-8.', { fields: [{ field: 'url', code: 'MALFORMED_URL', message: 'Must be valid UTF-8.' }] });
  }
}

export class ForeignOriginError extends DomainError {
  constructor() {
    super('forbidden', 'FOREIGN_ORIGIN', 'This request comes from another site.');
  }
}

export class InvalidCsrfTokenError extends DomainError {
  constructor() {
    super('forbidden', 'CSRF_TOKEN_INVALID', 'Send the csrfToken of the session as X-CSRF-Token.', {
      fields: [{ field: 'X-CSRF-Token', code: 'CSRF_TOKEN_INVALID', message: 'Is missing or not the one of this session.' }],
    });
  }
}

/** Shed load: too many requests are being served. */
export class OverloadedError extends DomainError {
  constructor() {
    super('unavailable', 'OVERLOADED', 'Too many requests at once. Try again in a moment.', { details: { retryAfterSeconds: '1' } });
  }
}

export class RateLimitedError extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super('rateLimited', 'RATE_LIMITED', `Too many requests. Try again in ${retryAfterSeconds} s.`, { details: { retryAfterSeconds: String(retryAfterSeconds) } });
  }
}
