import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordIcon } from '@/components/record-icon.js';
import type { ListColumn } from '@/components/data-table/list-column.js';
import { Ago } from '@/components/ui/ago.js';
import { Badge } from '@/components/ui/badge.js';
import { Person } from '@/components/ui/person.js';
import { formatMoney, formatPercent } from '@/lib/format.js';
import { useLostReasons } from '@/lib/sales/lost-reasons.js';
import type { Pipelines } from '@/lib/sales/pipelines.js';
import type { Deal } from '@/features/deals/deal.js';
import { CloseDay } from '@/features/deals/components/close-day.js';
import { StageBadge } from '@/features/deals/components/stage-badge.js';

/** The columns of every list of deals. */
export function useDealColumns(pipelines: Pipelines): ListColumn<Deal>[] {
  const { t } = useTranslation('deals');
  const reasons = useLostReasons();
  return useMemo(() => [
    { id: 'name', label: t('fields.name'), width: 240, sort: 'name', cell: (deal) => <Link to="/deals/$id" params={{ id: deal.id }} tabIndex={-1} dir="auto" className="block truncate leading-6 font-medium" title={deal.name}>{deal.name}</Link> },
    { id: 'stage', label: t('fields.stage'), width: 140, cell: (deal) => <StageBadge stage={pipelines.stage(deal.stageId)} /> },
    { id: 'amount', label: t('fields.amount'), width: 120, sort: 'amount', align: 'end', cell: (deal) => formatMoney(deal.amount) },
    { id: 'company', label: t('fields.companyId'), width: 180, cell: (deal) => deal.company && <CompanyLink company={deal.company} /> },
    { id: 'owner', label: t('fields.owner'), width: 150, cell: (deal) => <Person id={deal.ownerId} /> },
    { id: 'expectedClose', label: t('fields.expectedClose'), width: 130, sort: 'expectedClose', cell: (deal) => <CloseDay deal={deal} /> },
    { id: 'probability', label: t('fields.probability'), width: 110, align: 'end', hidden: true, cell: (deal) => formatPercent(deal.probability) },
    { id: 'status', label: t('fields.status'), width: 100, hidden: true, cell: (deal) => <Badge tone={tones[deal.status]}>{t(`status.${deal.status}`)}</Badge> },
    { id: 'nextStep', label: t('fields.nextStep'), width: 200, hidden: true, cell: (deal) => <span dir="auto" className="truncate">{deal.nextStep}</span> },
    { id: 'contacts', label: t('fields.contactIds'), width: 180, hidden: true, cell: (deal) => <span dir="auto" className="truncate">{deal.contacts.map(({ name }) => name).join(', ')}</span> },
    { id: 'lostReason', label: t('fields.lostReason'), width: 160, hidden: true, cell: (deal) => <span dir="auto" className="truncate">{reasons.byId(deal.lostReasonId)?.name ?? deal.lostReasonText}</span> },
    { id: 'updatedAt', label: t('fields.updatedAt'), width: 110, sort: 'updatedAt', cell: (deal) => <Ago at={deal.updatedAt} /> },
    { id: 'createdAt', label: t('fields.createdAt'), width: 110, sort: 'createdAt', hidden: true, cell: (deal) => <Ago at={deal.createdAt} /> },
  ], [t, pipelines, reasons]);
}

function CompanyLink({ company }: { company: NonNullable<Deal['company']> }) {
  return (
    <Link to="/companies/$id" params={{ id: company.id }} tabIndex={-1} className="flex min-w-0 items-center gap-1.5 hover:underline">
      <RecordIcon kind="company" id={company.id} title={company.name} />
      <span dir="auto" className="truncate">{company.name}</span>
    </Link>
  );
}

const tones = { open: 'neutral', won: 'success', lost: 'danger' } as const;
