import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from '@/components/data-table/list-column.js';
import { Ago } from '@/components/ui/ago.js';
import { Avatar } from '@/components/ui/avatar.js';
import { PhoneText } from '@/components/ui/phone-text.js';
import { Person } from '@/components/ui/person.js';
import { formatMoney } from '@/lib/format.js';
import { addressLine } from '@/lib/records/address.js';
import type { Company } from '../company.js';

export function useCompanyColumns(): ListColumn<Company>[] {
  const { t } = useTranslation('records');
  return useMemo(() => [
    { id: 'name', label: t('fields.name'), width: 240, sort: 'name', cell: (company) => <CompanyLink company={company} /> },
    { id: 'domain', label: t('fields.domain'), width: 180, cell: ({ domain }) => domain && <a href={`https://${domain}`} target="_blank" rel="noreferrer" tabIndex={-1} dir="auto" className="truncate hover:underline">{domain}</a> },
    { id: 'industry', label: t('fields.industry'), width: 160, cell: ({ industry }) => <span dir="auto">{industry}</span> },
    { id: 'size', label: t('fields.size'), width: 110, cell: ({ size }) => <span>{size && t(`size.${size}`)}</span> },
    { id: 'city', label: t('fields.city'), width: 140, cell: ({ address }) => <span>{address?.city}</span> },
    { id: 'owner', label: t('fields.ownerId'), width: 150, cell: ({ ownerId }) => <Person id={ownerId} /> },
    { id: 'updated', label: t('fields.updatedAt'), width: 120, sort: 'updatedAt', cell: ({ updatedAt }) => <Ago at={updatedAt} /> },
    { id: 'revenue', label: t('fields.annualRevenue'), width: 150, align: 'end', hidden: true, cell: ({ annualRevenue }) => <span>{formatMoney(annualRevenue)}</span> },
    { id: 'phone', label: t('fields.phone'), width: 150, hidden: true, cell: ({ phone }) => <PhoneText value={phone} /> },
    { id: 'created', label: t('fields.createdAt'), width: 120, sort: 'createdAt', hidden: true, cell: ({ createdAt }) => <Ago at={createdAt} /> },
    { id: 'tags', label: t('fields.tags'), width: 160, hidden: true, cell: ({ tags }) => <span dir="auto">{tags.join(', ')}</span> },
    { id: 'address', label: t('fields.address'), width: 220, hidden: true, cell: ({ address }) => <span dir="auto">{addressLine(address)}</span> },
  ], [t]);
}

function CompanyLink({ company: { id, name } }: { company: Company }) {
  return (
    <Link to="/companies/$id" params={{ id }} tabIndex={-1} className="flex min-h-6 min-w-0 items-center gap-2">
      <Avatar id={id} name={name} size="sm" shape="company" />
      <span dir="auto" className="truncate" title={name}>{name}</span>
    </Link>
  );
}
