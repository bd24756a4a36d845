import { shownEmail } from '@crm-vision/common/addresses';
import { DomainError } from '@crm-vision/common/errors';

export class ContactNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'CONTACT_NOT_FOUND', 'There is no such contact.');
  }
}

/** Another record names contacts that do not exist. */
export function referencedContactNotFound(field: string): DomainError {
  const message = 'There is no such contact.';
  return new DomainError('invalid', 'CONTACT_NOT_FOUND', message, { fields: [{ field, code: 'CONTACT_NOT_FOUND', message }] });
}

export interface EmailOwner {
  id: string;
  name: string;
  email: string;
}

/** An email is unique among the living contacts of a workspace; what is in the bin holds none. The details name who has it (recordId) and which email it is. */
export class EmailTakenError extends DomainError {
  constructor(owner?: EmailOwner) {
    const email = owner && shownEmail(owner.email);
    const message = owner ? `${owner.name || 'Another contact'} has the email ${email}.` : 'Another contact has this email.';
    super('alreadyExists', 'EMAIL_TAKEN', message, { fields: [{ field: 'emails', code: 'EMAIL_TAKEN', message }], details: email ? { recordId: owner.id, email } : {} });
  }
}
