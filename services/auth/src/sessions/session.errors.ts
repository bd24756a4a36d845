import { DomainError } from '@crm-vision/common/errors';

export class SessionNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'SESSION_NOT_FOUND', 'There is no such session.');
  }
}

/** Also when the workspace exists and the person is no member. */
export class WorkspaceNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'WORKSPACE_NOT_FOUND', 'There is no such workspace.');
  }
}
