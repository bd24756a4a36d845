import { z } from 'zod';
import { address, custom, email, id, phoneNumber, reference, stamps, tags, text, version, writtenPhone } from '../http/fields.dto.js';
import type { ListFields } from '../http/filters.dto.js';
import { listQuery, page } from '../http/lists.dto.js';

export const lifecycle = z.enum(['subscriber', 'lead', 'opportunity', 'customer', 'former']);
const emailLabel = z.enum(['work', 'home', 'other']);
const phoneLabel = z.enum(['work', 'mobile', 'home', 'other']);

export const contact = z.strictObject({
  id,
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  title: z.string().nullable(),
  emails: z.array(z.strictObject({ email: z.string(), label: emailLabel, primary: z.boolean() })),
  phones: z.array(z.strictObject({ phone: phoneNumber, label: phoneLabel, primary: z.boolean() })),
  companyId: id.nullable(),
  company: reference.nullable(),
  ownerId: id.nullable(),
  lifecycle: lifecycle.nullable(),
  address: address.nullable(),
  tags: z.array(z.string()),
  custom,
  source: z.string().nullable(),
  doNotContact: z.boolean(),
  ...stamps,
}).meta({ id: 'Contact' });

const writable = {
  firstName: text(100).nullable().optional(),
  lastName: text(100).nullable().optional(),
  title: text(120).nullable().optional(),
  emails: z.array(z.strictObject({ email, label: emailLabel.default('work'), primary: z.boolean().default(false) })).max(20).optional().describe('Without a primary one, the first is'),
  phones: z.array(z.strictObject({ phone: writtenPhone.min(3), label: phoneLabel.default('work'), primary: z.boolean().default(false) })).max(20).optional(),
  companyId: id.nullable().optional(),
  ownerId: id.nullable().optional().describe('Absent on creation: the caller'),
  lifecycle: lifecycle.nullable().optional(),
  address: address.nullable().optional(),
  tags: tags.optional(),
  custom: custom.optional(),
  source: text(120).nullable().optional(),
  doNotContact: z.boolean().optional(),
};

export const createContactBody = z.strictObject(writable).describe('At least a first name, a last name or an email');
export const updateContactBody = z.strictObject({ version, ...writable });
export const contactPage = page(contact);

export const contactFields: ListFields = {
  name: 'Contact',
  filters: {
    name: 'text', firstName: 'text', lastName: 'text', title: 'text', email: 'text', phone: 'phone', companyId: 'id', companyName: 'text', ownerId: 'id', lifecycle: 'word', source: 'text',
    city: 'text', country: 'word', tags: 'text', doNotContact: 'boolean', createdAt: 'instant', updatedAt: 'instant',
  },
  sorts: ['name', 'firstName', 'lastName', 'createdAt', 'updatedAt'],
  usually: 'name',
};
export const contactsQuery = listQuery(contactFields);
export const contactDuplicatesQuery = z.strictObject({ email: text(254).optional(), phone: text(60).optional(), name: text(200).optional(), exceptId: id.optional(), companyId: id.optional().describe('Namesakes in this company come first') });
