import type { Contact, ContactInput } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import type { z } from 'zod';
import {
  cleared, fromAddress, fromJsonText, fromReference, orNull, present, toAddress, toJsonText, toList, word, wordOrNull, written,
} from '../http/fields.mapper.js';
import type * as dto from './contacts.dto.js';

type Body = Partial<z.output<typeof dto.createContactBody>>;

export function fromContact(message: Contact | undefined): z.output<typeof dto.contact> {
  const contact = present(message, 'contact');
  return {
    id: contact.id,
    firstName: orNull(contact.firstName),
    lastName: orNull(contact.lastName),
    title: orNull(contact.title),
    emails: contact.emails.map(({ email, label, primary }) => ({ email, label: word(label), primary })),
    phones: contact.phones.map(({ phone, label, primary }) => ({ phone, label: word(label), primary })),
    companyId: orNull(contact.companyId),
    company: fromReference(contact.company),
    ownerId: orNull(contact.ownerId),
    lifecycle: wordOrNull(contact.lifecycle),
    address: fromAddress(contact.address),
    tags: contact.tags,
    custom: fromJsonText(contact.custom),
    source: orNull(contact.source),
    doNotContact: contact.doNotContact,
    createdAt: contact.createdAt,
    createdBy: contact.createdBy,
    updatedAt: contact.updatedAt,
    updatedBy: contact.updatedBy,
    version: contact.version,
    deletedAt: orNull(contact.deletedAt),
  };
}

export function toContactInput(body: Body): ContactInput {
  return {
    firstName: written(body.firstName),
    lastName: written(body.lastName),
    title: written(body.title),
    emails: body.emails && { values: body.emails },
    phones: body.phones && { values: body.phones },
    companyId: written(body.companyId),
    ownerId: written(body.ownerId),
    lifecycle: written(body.lifecycle),
    address: toAddress(body.address),
    tags: toList(body.tags),
    custom: toJsonText(body.custom),
    source: written(body.source),
    doNotContact: body.doNotContact,
    clear: cleared(body),
  };
}
