import { readEmail } from '@crm-vision/common/addresses';
import { alphabetic, folded, type ListField, type ListSource, optionalAlphabetic } from '../lists/list-field.js';
import { lifecycles } from './contact.js';

const ofEmails = (condition: string): string => `exists (select 1 from crm.contact_email e where e.contact_id = r.id and ${condition})`;
const ofPhones = (condition: string): string => `exists (select 1 from jsonb_array_elements(r.phones) p where ${condition})`;
const ofTags = (condition: string): string => `exists (select 1 from unnest(r.tags) t where ${condition})`;
const ofCompany: ListField['among'] = (condition, access) => `r.company_id in (select co.id from crm.company co where ${access('company', 'co')} and ${condition})`;

/** What contacts are filtered and sorted by. */
export const contactList: ListSource = {
  kind: 'contact',
  table: 'contact',
  fields: {
    name: { type: 'text', work: 2, sql: 'r.name_sort', also: { contains: ['crm.joined_name(r.first_name, r.last_name)'] }, searched: true },
    firstName: { type: 'text', work: 1, sql: 'r.first_name_sort', present: 'r.first_name is not null', searched: true },
    lastName: { type: 'text', work: 1, sql: 'r.last_name_sort', present: 'r.last_name is not null', searched: true },
    title: { type: 'text', work: 2, sql: folded('r.title') },
    email: { type: 'text', work: 6, sql: 'e.email', also: { contains: ['crm.fold(e.shown)'] }, keyOf: (value) => readEmail(value)?.ascii ?? value, present: 'jsonb_array_length(r.emails) > 0', among: ofEmails, searched: true },
    phone: { type: 'phone', work: 5, sql: "p->>'phone'", present: 'jsonb_array_length(r.phones) > 0', among: ofPhones, searched: true },
    companyId: { type: 'id', sql: 'r.company_id' },
    companyName: { type: 'text', work: 3, sql: 'co.name_sort', present: 'r.company_id is not null', among: ofCompany },
    ownerId: { type: 'id', sql: 'r.owner_id' },
    lifecycle: { type: 'word', sql: 'r.lifecycle', words: lifecycles },
    source: { type: 'text', work: 2, sql: folded('r.source') },
    city: { type: 'text', work: 4, sql: folded("(r.address->>'city')") },
    country: { type: 'word', work: 2, sql: "r.address->>'country'" },
    tags: { type: 'text', work: 5, sql: folded('t'), present: 'cardinality(r.tags) > 0', among: ofTags },
    doNotContact: { type: 'boolean', sql: 'r.do_not_contact' },
    createdAt: { type: 'instant', sql: 'r.created_at' },
    updatedAt: { type: 'instant', sql: 'r.updated_at' },
  },
  sorts: {
    name: alphabetic('r.name'),
    firstName: optionalAlphabetic('r.first_name'),
    lastName: optionalAlphabetic('r.last_name'),
    createdAt: { sql: 'r.created_at', type: 'timestamptz' },
    updatedAt: { sql: 'r.updated_at', type: 'timestamptz' },
  },
  defaultSort: [{ field: 'name', descending: false }],
};
