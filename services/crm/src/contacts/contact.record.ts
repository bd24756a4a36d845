import { referencedCompanyNotFound } from '../companies/company.errors.js';
import type { RecordType } from '../writes/record-type.js';
import { type ContactFields, nameOf } from './contact.js';
import { ContactNotFoundError, EmailTakenError } from './contact.errors.js';

/** How contacts are written, audited and undone. */
export const contactRecord: RecordType<ContactFields> = {
  kind: 'contact',
  table: 'contact',
  columns: ['firstName', 'lastName', 'title', 'emails', 'phones', 'companyId', 'ownerId', 'lifecycle', 'address', 'tags', 'custom', 'source', 'doNotContact'],
  ownerColumn: 'ownerId',
  titleSql: 'r.name',
  hasTimeline: true,
  notFound: () => new ContactNotFoundError(),
  onConflict: (constraint) => {
    if (constraint === 'contact_email_live') return new EmailTakenError();
    return constraint === 'contact_company_fkey' ? referencedCompanyNotFound() : undefined;
  },
  titleOf: nameOf,
  without: () => ({ companyId: null }),
  relatedOf: ({ companyId }) => (companyId ? [{ kind: 'company', id: companyId }] : []),
};
