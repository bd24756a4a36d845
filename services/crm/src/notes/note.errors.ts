import { DomainError, ForbiddenError, invalidField } from '@crm-vision/common/errors';

export class NoteNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'NOTE_NOT_FOUND', 'There is no such note.');
  }
}

/** Nothing is left of the body but markup. */
export class NoteEmptyError extends DomainError {
  constructor() {
    super('invalid', 'NOTE_EMPTY', 'Write something first.', { fields: [{ field: 'body', code: 'NOTE_EMPTY', message: 'Must hold some text.' }] });
  }
}

export class NotAuthorError extends ForbiddenError {
  constructor() {
    super('Only the author, an owner or an admin may change this note.');
  }
}

export const noteTooLong = (max: number): DomainError => invalidField('body', `May hold ${max} characters at most.`, 'TOO_LONG');
