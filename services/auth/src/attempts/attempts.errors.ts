import { DomainError } from '@crm-vision/common/errors';

export class TooManyAttemptsError extends DomainError {
  constructor(retryAfterSeconds: number) {
    super('rateLimited', 'TOO_MANY_ATTEMPTS', 'Too many attempts. Wait a moment, then try again.', { details: { retryAfterSeconds: String(retryAfterSeconds) } });
  }
}
