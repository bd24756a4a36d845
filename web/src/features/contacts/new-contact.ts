import type { Option } from '@/components/ui/list-box-option.js';
import type { QuickAddPrefill } from '@/lib/quick-add/quick-add.js';
import type { CreateBody } from './api/contacts.js';
import type { Lifecycle } from './contact.js';

/** What the form holds; empty text is none. */
export interface ContactValues {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  company: { id: string; label: string } | null;
  title: string;
  lifecycle: Lifecycle | null;
  ownerId: string | null;
  tags: string[];
}

export function newContact(ownerId: string, prefill?: QuickAddPrefill): ContactValues {
  const typed = prefill?.name?.trim() ?? '';
  const isEmail = typed.includes('@');
  const [firstName = '', ...rest] = isEmail ? [] : typed.split(/\s+/);
  return {
    firstName,
    lastName: rest.join(' '),
    email: isEmail ? typed : '',
    phone: '',
    company: prefill?.company ? plainOption(prefill.company) : null,
    title: '',
    lifecycle: null,
    ownerId,
    tags: [],
  };
}

/** A draft is kept as text, which the picture beside an option is not. */
export function plainOption({ id, label }: Option): { id: string; label: string } {
  return { id, label };
}

export function toBody({ firstName, lastName, email, phone, company, title, lifecycle, ownerId, tags }: ContactValues): CreateBody {
  return {
    ...text('firstName', firstName),
    ...text('lastName', lastName),
    ...text('title', title),
    ...(email.trim() ? { emails: [{ email: email.trim(), label: 'work' as const, primary: true }] } : {}),
    ...(phone.trim() ? { phones: [{ phone: phone.trim(), label: 'work' as const, primary: true }] } : {}),
    ...(company ? { companyId: company.id } : {}),
    ...(lifecycle ? { lifecycle } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ownerId,
  };
}

function text<K extends string>(field: K, value: string): Partial<Record<K, string>> {
  return value.trim() === '' ? {} : ({ [field]: value.trim() } as Record<K, string>);
}
