import { Handshake } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordList } from '@/components/data-table/record-list.js';
import { EmptyState } from '@/components/ui/empty-state.js';
import { formatMoney } from '@/lib/format.js';
import { usePipelines, type Pipeline } from '@/lib/sales/pipelines.js';
import { bulkDeals, fetchDeals } from '@/features/deals/api/deal-list.js';
import { useDealColumns } from '@/features/deals/hooks/use-deal-columns.js';
import { useDealFilterFields } from '@/features/deals/hooks/use-deal-filter-fields.js';
import { DealPeek } from './deal-peek.js';

/** The deals of one pipeline, or of all of them, as a list. */
export function DealTable({ pipeline, pipelines, addAction }: { pipeline: Pipeline | undefined; pipelines: readonly Pipeline[]; addAction: ReactNode }) {
  const { t } = useTranslation('deals');
  const known = usePipelines();
  const columns = useDealColumns(known);
  const fields = useDealFilterFields(useMemo(() => (pipeline ? [pipeline] : pipelines), [pipeline, pipelines]), true);
  const scope = useMemo(() => (pipeline ? { field: 'pipelineId', op: 'eq' as const, value: pipeline.id } : undefined), [pipeline]);
  return (
    <RecordList
      kind="deal"
      label={t('title')}
      columns={columns}
      fetchPage={fetchDeals}
      filterFields={fields}
      usualSort="-updatedAt"
      scope={scope}
      titleOf={(deal) => deal.name}
      card={(deal) => ({ detail: [known.stage(deal.stageId)?.name, deal.company?.name].filter(Boolean).join(' · '), end: formatMoney(deal.amount) })}
      bulk={bulkDeals}
      peek={(id) => <DealPeek id={id} />}
      empty={<EmptyState icon={Handshake} title={t(pipeline ? 'empty.title' : 'empty.none')} action={addAction}>{t('empty.text')}</EmptyState>}
    />
  );
}
