import { z } from 'zod';
import { address, custom, id, money, phoneNumber, requiredText, stamps, tags, text, version, writtenPhone } from '../http/fields.dto.js';
import type { ListFields } from '../http/filters.dto.js';
import { listQuery, page } from '../http/lists.dto.js';

export const size = z.enum(['1-10', '11-50', '51-200', '201-1000', '1001+']).describe('Number of employees');

export const company = z.strictObject({
  id,
  name: z.string(),
  domain: z.string().nullable(),
  industry: z.string().nullable(),
  size: size.nullable(),
  phone: phoneNumber.nullable(),
  address: address.nullable(),
  annualRevenue: money.nullable(),
  ownerId: id.nullable(),
  tags: z.array(z.string()),
  custom,
  ...stamps,
  contactCount: z.int().optional().describe('Only when one company is read'),
  openDealCount: z.int().optional().describe('Only when one company is read'),
}).meta({ id: 'Company' });

const writable = {
  domain: text(253).nullable().optional().describe('A web address is cut down to its domain'),
  industry: text(120).nullable().optional(),
  size: size.nullable().optional(),
  phone: writtenPhone.nullable().optional(),
  address: address.nullable().optional(),
  annualRevenue: money.nullable().optional(),
  ownerId: id.nullable().optional().describe('Absent on creation: the caller'),
  tags: tags.optional(),
  custom: custom.optional(),
};

export const createCompanyBody = z.strictObject({ name: requiredText(200), ...writable });
export const updateCompanyBody = z.strictObject({ version, name: requiredText(200).optional(), ...writable });
export const companyPage = page(company);

export const companyFields: ListFields = {
  name: 'Company',
  filters: {
    name: 'text', domain: 'text', industry: 'text', size: 'word', phone: 'phone', city: 'text', country: 'word', annualRevenue: 'money', ownerId: 'id', tags: 'text', createdAt: 'instant', updatedAt: 'instant',
  },
  sorts: ['name', 'createdAt', 'updatedAt'],
  usually: 'name',
};
export const companiesQuery = listQuery(companyFields);
export const companyDuplicatesQuery = z.strictObject({ name: text(200).optional(), domain: text(253).optional(), exceptId: id.optional() });
