import { DomainError } from '@crm-vision/common/errors';

export class AlreadyAMemberError extends DomainError {
  constructor() {
    const message = 'This person is in the workspace already.';
    super('alreadyExists', 'ALREADY_A_MEMBER', message, { fields: [{ field: 'email', code: 'ALREADY_A_MEMBER', message }] });
  }
}

/** Also when it was used, taken back, or is over. */
export class InvitationNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'INVITATION_NOT_FOUND', 'This invitation is not open any more. Ask for a new one.');
  }
}
