import { DomainError, type FieldViolation } from './domain-error.js';

/** As many wrong fields as somebody reads. A request of nothing but mistakes would come back many times as large. */
export const FIELDS_TOLD_MAX = 20;

/** The request itself is wrong. Names each wrong field. */
export class InvalidArgumentError extends DomainError {
  constructor(fields: readonly FieldViolation[], message = sentences(fields)) {
    super('invalid', 'INVALID_ARGUMENT', message, { fields });
  }
}

function sentences(fields: readonly FieldViolation[]): string {
  return fields.slice(0, FIELDS_TOLD_MAX).map(({ field, message }) => `${field}: ${message}`).join(' ');
}

/** One wrong field. */
export function invalidField(field: string, message: string, code = 'INVALID_VALUE'): InvalidArgumentError {
  return new InvalidArgumentError([{ field, code, message }]);
}

/** A cursor that was altered, is of another list, workspace, order or filter, or whose place is gone. */
export class InvalidCursorError extends DomainError {
  constructor() {
    const message = 'The cursor does not belong to this list. Start again without one.';
    super('invalid', 'INVALID_CURSOR', message, { fields: [{ field: 'cursor', code: 'INVALID_CURSOR', message }] });
  }
}

export class UnauthenticatedError extends DomainError {
  constructor(message = 'Sign in to go on.', cause?: unknown) {
    super('unauthenticated', 'UNAUTHENTICATED', message, { cause });
  }
}

export class ForbiddenError extends DomainError {
  constructor(message = 'Your role does not allow this.') {
    super('forbidden', 'FORBIDDEN', message);
  }
}

/** Somebody else saved first. `current` is the record as it is now, as JSON of its message. */
export class StaleVersionError extends DomainError {
  constructor(current: unknown) {
    super('staleVersion', 'STALE_VERSION', 'Somebody else changed this meanwhile.', { details: { current: JSON.stringify(current) } });
  }
}

export class UnavailableError extends DomainError {
  constructor(message = 'The service is busy or not reachable. Try again in a moment.', cause?: unknown) {
    super('unavailable', 'UNAVAILABLE', message, { cause });
  }
}

/** One person, workspace or address has as much being done for them at once as they may. */
export class TooManyAtOnceError extends DomainError {
  constructor(message = 'You have too many requests at once. Wait for an answer before you ask again.') {
    super('rateLimited', 'TOO_MANY_AT_ONCE', message, { details: { retryAfterSeconds: '1' } });
  }
}

export class TimedOutError extends DomainError {
  constructor(cause?: unknown) {
    super('timedOut', 'TIMED_OUT', 'This took too long and was given up.', { cause });
  }
}

/** A request or an answer has more bytes than a message between the services may have. */
export class MessageTooLargeError extends DomainError {
  constructor(cause?: unknown) {
    super('ruleBroken', 'MESSAGE_TOO_LARGE', 'This is too much at once. Send or ask for less: a smaller limit, fewer records.', { cause });
  }
}

export class InternalError extends DomainError {
  constructor(cause?: unknown) {
    super('internal', 'INTERNAL', 'Something went wrong on our side.', { cause });
  }
}
