import { DomainError } from '@crm-vision/common/errors';

export class TooManyStreamsError extends DomainError {
  constructor() {
    super('rateLimited', 'TOO_MANY_STREAMS', 'Too many live-update streams are open. Close one first.', { details: { retryAfterSeconds: '30' } });
  }
}
