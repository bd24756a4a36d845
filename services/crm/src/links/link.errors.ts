import { DomainError } from '@crm-vision/common/errors';

/** A task or a note was to be about something that does not live here. */
export class LinkedRecordNotFoundError extends DomainError {
  constructor(field: string) {
    super('invalid', 'LINKED_RECORD_NOT_FOUND', 'There is no such company, contact or deal.', {
      fields: [{ field, code: 'LINKED_RECORD_NOT_FOUND', message: 'There is no such company, contact or deal.' }],
    });
  }
}
