import { DomainError } from '@crm-vision/common/errors';

/** The password is right, but the person was removed from every workspace. */
export class NoWorkspaceError extends DomainError {
  constructor() {
    super('ruleBroken', 'NO_WORKSPACE', 'This account belongs to no workspace any more. Ask a colleague for an invitation.');
  }
}
