import type { Contact as ContactMessage, ContactInput, FindDuplicateContactsRequest } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import type { DuplicateCandidate } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { readEmail } from '@crm-vision/common/addresses';
import { toAddressMessage } from '../fields/address.mapper.js';
import { toOptionalId } from '../fields/ids.mapper.js';
import { givenFields, parseFields } from '../fields/parse-fields.js';
import { phoneFragment } from '../fields/phone-text.js';
import { readPhone } from '../fields/phone.js';
import { toRefMessage } from '../writes/record-ref.mapper.js';
import { type Contact, contactInput, type ContactPatch } from './contact.js';
import type { ContactCandidate, Likeness } from './contacts.repository.js';

/** Shorter names are like too many others; names of two Han, kana or Hangul characters are whole ones. */
const shortestName = (name: string): number => (/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(name) ? 2 : 3);
const LIKENESS_MAX = 300;

export function toContactMessage(contact: Contact): ContactMessage {
  const { companyId, companyName } = contact;
  return {
    id: contact.id,
    firstName: contact.firstName ?? undefined,
    lastName: contact.lastName ?? undefined,
    title: contact.title ?? undefined,
    emails: contact.emails.map(({ email, label, primary }) => ({ email, label, primary })),
    phones: [...contact.phones],
    companyId: companyId ?? undefined,
    company: companyId && companyName ? { id: companyId, name: companyName } : undefined,
    ownerId: contact.ownerId ?? undefined,
    lifecycle: contact.lifecycle ?? undefined,
    address: toAddressMessage(contact.address),
    tags: [...contact.tags],
    custom: JSON.stringify(contact.custom),
    source: contact.source ?? undefined,
    doNotContact: contact.doNotContact,
    createdAt: contact.createdAt,
    createdBy: contact.createdBy,
    updatedAt: contact.updatedAt,
    updatedBy: contact.updatedBy,
    version: contact.version,
    deletedAt: contact.deletedAt ?? undefined,
  };
}

/** Throws InvalidArgumentError naming each wrong field. */
export function toContactPatch(input: ContactInput | undefined): ContactPatch {
  const { emails, phones, tags, ...rest } = input ?? { clear: [], emails: undefined, phones: undefined, tags: undefined };
  const lists = { ...(emails && { emails: emails.values }), ...(phones && { phones: phones.values }), ...(tags && { tags: tags.values }) };
  return parseFields(contactInput, givenFields({ ...rest, ...lists }));
}

/** Half-typed values are no errors: they are just like nothing. */
export function toLikeness({ name, email, phone, exceptId, companyId }: FindDuplicateContactsRequest, country: string): Likeness {
  const number = readPhone(phone.slice(0, LIKENESS_MAX), country);
  const typed = name.trim().slice(0, LIKENESS_MAX);
  return {
    name: typed.length < shortestName(typed) ? '' : typed,
    companyId: toOptionalId(companyId, 'companyId'),
    email: readEmail(email)?.ascii ?? null,
    phoneDigits: 'number' in number ? phoneFragment(number.number) : null,
    exceptId: toOptionalId(exceptId, 'exceptId'),
  };
}

export function toCandidateMessage({ id, title, subtitle, matchedField, deleted }: ContactCandidate): DuplicateCandidate {
  return { record: toRefMessage({ kind: 'contact', id, title }), subtitle, matchedField, deleted };
}
