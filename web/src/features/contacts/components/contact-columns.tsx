import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMemo } from 'react';
import type { ListColumn } from '@/components/data-table/list-column.js';
import { Ago } from '@/components/ui/ago.js';
import { Avatar } from '@/components/ui/avatar.js';
import { PhoneText } from '@/components/ui/phone-text.js';
import { Person } from '@/components/ui/person.js';
import { recordPath } from '@/config/paths.js';
import { addressLine } from '@/lib/records/address.js';
import { contactName, primaryOf } from '@/lib/records/contact-name.js';
import type { Contact } from '../contact.js';
import { LifecycleBadge } from './lifecycle-badge.js';

const linkClass = 'truncate hover:underline';

export function useContactColumns(): ListColumn<Contact>[] {
  const { t } = useTranslation('records');
  return useMemo(() => [
    { id: 'name', label: t('fields.name'), width: 220, sort: 'name', cell: (contact) => <ContactLink contact={contact} /> },
    { id: 'company', label: t('fields.companyId'), width: 170, cell: ({ company }) => company && <Link to={recordPath('company', company.id) ?? '.'} tabIndex={-1} dir="auto" className={linkClass}>{company.name}</Link> },
    { id: 'title', label: t('fields.title'), width: 150, cell: ({ title }) => <span dir="auto">{title}</span> },
    { id: 'email', label: t('fields.email'), width: 200, cell: ({ emails }) => <MailLink value={primaryOf(emails)?.email} /> },
    { id: 'lifecycle', label: t('fields.lifecycle'), width: 134, cell: ({ lifecycle }) => lifecycle && <LifecycleBadge value={lifecycle} /> },
    { id: 'owner', label: t('fields.ownerId'), width: 140, cell: ({ ownerId }) => <Person id={ownerId} /> },
    { id: 'phone', label: t('fields.phone'), width: 150, cell: ({ phones }) => <PhoneText value={primaryOf(phones)?.phone} /> },
    { id: 'updated', label: t('fields.updatedAt'), width: 120, sort: 'updatedAt', cell: ({ updatedAt }) => <Ago at={updatedAt} /> },
    { id: 'created', label: t('fields.createdAt'), width: 120, sort: 'createdAt', hidden: true, cell: ({ createdAt }) => <Ago at={createdAt} /> },
    { id: 'tags', label: t('fields.tags'), width: 160, hidden: true, cell: ({ tags }) => <span dir="auto">{tags.join(', ')}</span> },
    { id: 'address', label: t('fields.address'), width: 220, hidden: true, cell: ({ address }) => <span dir="auto">{addressLine(address)}</span> },
    { id: 'source', label: t('fields.source'), width: 130, hidden: true, cell: ({ source }) => <span dir="auto">{source}</span> },
  ], [t]);
}

function ContactLink({ contact }: { contact: Contact }) {
  const name = contactName(contact);
  return (
    <Link to="/contacts/$id" params={{ id: contact.id }} tabIndex={-1} className="flex min-h-6 min-w-0 items-center gap-2">
      <Avatar id={contact.id} name={name} size="sm" />
      <span dir="auto" className="truncate" title={name}>{name}</span>
    </Link>
  );
}

function MailLink({ value }: { value: string | undefined }) {
  return value ? <a href={`mailto:${value}`} tabIndex={-1} className={linkClass}>{value}</a> : null;
}
