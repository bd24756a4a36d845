import { DomainError, ForbiddenError, invalidField } from '@crm-vision/common/errors';

export class NoteNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'NOTE_NOT_FOUND', 'There is no such note.');
  }
}

export class NotAuthorError extends ForbiddenError {
  constructor() {
    super('Only the author, an owner or an admin may change this note.');
  }
}

export const noteEmpty = (): DomainError => invalidField('body', 'Must hold some text.', 'NOTE_EMPTY');
export const noteTooLong = (max: number): DomainError => invalidField('body', `May hold ${max} characters at most.`, 'TOO_LONG');
