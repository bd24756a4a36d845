import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Trash2, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeletedBanner } from '@/components/record/deleted-banner.js';
import { panelTabs } from '@/components/record/panel-tabs.js';
import { RecordFrame } from '@/components/record/record-frame.js';
import { RecordMenu } from '@/components/record/record-menu.js';
import { RecordPending } from '@/components/record/record-pending.js';
import { useRecordActs } from '@/components/record/use-record-acts.js';
import type { RecordPanels } from '@/components/record-panels.js';
import { Avatar } from '@/components/ui/avatar.js';
import { paths } from '@/config/paths.js';
import { openQuickAdd, prefillFrom } from '@/lib/quick-add/quick-add.js';
import { useGoTo } from '@/lib/remembered-search.js';
import { usePermission } from '@/lib/session/permissions.js';
import { companyCalls, companyQuery } from '../api/companies.js';
import type { Company } from '../company.js';
import { CompanyActs } from '../components/company-acts.js';
import { CompanyFields } from '../components/company-fields.js';

export function CompanyPage({ panels }: { panels: Partial<RecordPanels> }) {
  const { id = '' } = useParams({ strict: false });
  const { t } = useTranslation('companies');
  const { data, error, refetch } = useQuery(companyQuery(id));
  if (data) return <CompanyRecord key={id} company={data} panels={panels} />;
  return <RecordPending error={error} onRetry={() => void refetch()} back={{ path: paths.companies, label: t('title') }} />;
}

function CompanyRecord({ company, panels }: { company: Company; panels: Partial<RecordPanels> }) {
  const { t } = useTranslation(['companies', 'records', 'common']);
  const goTo = useGoTo();
  const mayWrite = usePermission('records.write');
  const acts = useRecordActs('company', companyCalls);
  const { id, name, domain, industry, deletedAt } = company;
  const record = { kind: 'company' as const, id, title: name, isDeleted: deletedAt !== null };
  const counts = { contacts: company.contactCount, deals: company.openDealCount };
  const tabs = panelTabs(panels, ['timeline', 'contacts', 'deals', 'tasks', 'notes'], record, (tab) => t(`records:${tab}`));
  const menu = mayWrite && deletedAt === null && (
    <RecordMenu
      label={t('records:actions', { name })}
      items={[
        { id: 'contact', label: t('addContact'), icon: UserPlus, onAction: () => openQuickAdd({ kind: 'contact', prefill: prefillFrom(record) }) },
        { id: 'delete', label: t('common:delete'), icon: Trash2, danger: true, onAction: () => void acts.remove(id, name, () => goTo(paths.companies)) },
      ]}
    />
  );
  return (
    <RecordFrame
      title={name}
      avatar={<Avatar id={id} name={name} size="lg" shape="company" />}
      subtitle={[domain, industry].filter(Boolean).join(' · ')}
      back={{ path: paths.companies, label: t('title') }}
      actions={deletedAt === null && <CompanyActs company={company} mayWrite={mayWrite} />}
      menu={menu}
      banner={deletedAt !== null && <DeletedBanner kind="company" onRestore={mayWrite ? () => void acts.restore(id, name) : undefined} />}
      tabs={tabs.map((tab) => (tab.id in counts ? { ...tab, ...countOf(counts[tab.id as keyof typeof counts]) } : tab))}
      details={<CompanyFields company={company} />}
    />
  );
}

function countOf(count: number | undefined): { count?: number } {
  return count ? { count } : {};
}
