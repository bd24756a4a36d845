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
  binned: boolean;
}

/** An email is unique among the contacts of a workspace. The details name who has it (recordId), which email it is, and whether that contact is in the bin (inBin). */
export class EmailTakenError extends DomainError {
  constructor(owner?: EmailOwner) {
    const whose = owner ? `${owner.name || 'Another contact'}${owner.binned ? ', who is in the bin,' : ''} has the email ${owner.email}.` : 'Another contact has this email.';
    const message = owner?.binned ? `${whose} Restore the contact instead.` : whose;
    super('alreadyExists', 'EMAIL_TAKEN', message, {
      fields: [{ field: 'emails', code: 'EMAIL_TAKEN', message }],
      details: owner ? { recordId: owner.id, email: owner.email, inBin: String(owner.binned) } : {},
    });
  }
}
