import { DomainError } from '@crm-vision/common/errors';

export class SessionExpiredError extends DomainError {
  constructor() {
    super('unauthenticated', 'SESSION_EXPIRED', 'You were signed out. Sign in to go on.');
  }
}
