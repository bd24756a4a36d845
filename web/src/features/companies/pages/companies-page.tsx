import { Building2, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RecordList } from '@/components/data-table/record-list.js';
import { PageHeader } from '@/components/page-header.js';
import { Button } from '@/components/ui/button.js';
import { EmptyState } from '@/components/ui/empty-state.js';
import { Person } from '@/components/ui/person.js';
import { openQuickAdd } from '@/lib/quick-add/quick-add.js';
import { usePermission } from '@/lib/session/permissions.js';
import { companyBulk, fetchCompanies } from '../api/companies.js';
import type { Company } from '../company.js';
import { useCompanyColumns } from '../components/company-columns.js';
import { useCompanyFilters } from '../components/company-filters.js';
import { CompanyPeek } from '../components/company-peek.js';

export function CompaniesPage() {
  const { t } = useTranslation('companies');
  const mayWrite = usePermission('records.write');
  const columns = useCompanyColumns();
  const filters = useCompanyFilters();
  const add = mayWrite && <Button variant="primary" icon={Plus} onPress={() => openQuickAdd({ kind: 'company' })}>{t('add')}</Button>;
  return (
    <>
      <PageHeader title={t('title')}>{add}</PageHeader>
      <RecordList<Company>
        kind="company"
        label={t('title')}
        columns={columns}
        fetchPage={fetchCompanies}
        filterFields={filters}
        usualSort="name"
        titleOf={({ name }) => name}
        card={(company) => ({ detail: [company.domain, company.industry, company.address?.city].filter(Boolean).join(' · '), end: <Person id={company.ownerId} avatarOnly /> })}
        bulk={companyBulk}
        peek={(id) => <CompanyPeek id={id} />}
        empty={<EmptyState icon={Building2} title={t('emptyTitle')} action={add}>{t('emptyText')}</EmptyState>}
      />
    </>
  );
}
