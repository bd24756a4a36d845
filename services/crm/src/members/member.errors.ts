import { DomainError } from '@crm-vision/common/errors';

const message = 'This person is not a member of the workspace.';

/** A record was to be given to somebody who is no member. */
export class OwnerNotFoundError extends DomainError {
  constructor() {
    super('invalid', 'OWNER_NOT_FOUND', 'The owner is not a member of the workspace.', { fields: [{ field: 'ownerId', code: 'OWNER_NOT_FOUND', message }] });
  }
}

/** A task was to be given to somebody who is no member. */
export class AssigneeNotFoundError extends DomainError {
  constructor() {
    super('invalid', 'ASSIGNEE_NOT_FOUND', 'The assignee is not a member of the workspace.', { fields: [{ field: 'assigneeId', code: 'ASSIGNEE_NOT_FOUND', message }] });
  }
}
