import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DeletedBanner } from '@/components/record/deleted-banner.js';
import { RecordFrame } from '@/components/record/record-frame.js';
import { subtitleLinkClass } from '@/components/record/record-header.js';
import { useRecordActs } from '@/components/record/use-record-acts.js';
import { RecordIcon } from '@/components/record-icon.js';
import type { RecordPanels } from '@/components/record-panels.js';
import { Badge } from '@/components/ui/badge.js';
import type { TabItem } from '@/components/ui/tabs.js';
import { paths } from '@/config/paths.js';
import { formatMoney } from '@/lib/format.js';
import { usePipelines } from '@/lib/sales/pipelines.js';
import { useGoTo } from '@/lib/remembered-search.js';
import { usePermission } from '@/lib/session/permissions.js';
import { dealActs } from '@/features/deals/api/deal-acts.js';
import type { Deal } from '@/features/deals/deal.js';
import { useMoves } from '@/features/deals/hooks/use-moves.js';
import { DealActions } from './deal-actions.js';
import { DealDetails } from './deal-details.js';
import { DealMenu } from './deal-menu.js';
import { DealOutcome } from './deal-outcome.js';
import { MoveOutcome } from './move-outcome.js';
import { StageHistory } from './stage-history.js';
import { StagePath } from './stage-path.js';

/** One deal: where it stands, what happened, what is known. */
export function DealRecord({ deal, panels }: { deal: Deal; panels: Partial<RecordPanels> }) {
  const { t } = useTranslation(['deals', 'records']);
  const goTo = useGoTo();
  const mayWrite = usePermission('records.write');
  const pipeline = usePipelines().all.find((known) => known.id === deal.pipelineId);
  const moves = useMoves();
  const acts = useRecordActs('deal', dealActs);
  const record = { kind: 'deal' as const, id: deal.id, title: deal.name };
  const tabs: TabItem[] = (['timeline', 'tasks', 'notes'] as const).flatMap((id) => {
    const Panel = panels[id];
    return Panel ? [{ id, label: t(`records:${id}`), content: <Panel record={record} /> }] : [];
  });
  const banner = (
    <>
      {deal.deletedAt && <DeletedBanner kind="deal" onRestore={mayWrite ? () => void acts.restore(deal.id, deal.name) : undefined} />}
      {pipeline && <div className="shrink-0 border-b border-subtle px-3 py-2"><StagePath deal={deal} pipeline={pipeline} moves={moves} /></div>}
      <DealOutcome deal={deal} />
    </>
  );
  return (
    <>
      <RecordFrame
        title={deal.name}
        subtitle={<Subtitle deal={deal} />}
        avatar={<RecordIcon kind="deal" id={deal.id} title={deal.name} />}
        back={{ path: paths.deals, label: t('title') }}
        banner={banner}
        tabs={[...tabs, { id: 'history', label: t('page.history'), content: <StageHistory deal={deal} /> }]}
        details={<DealDetails deal={deal} moves={moves} />}
        actions={!deal.deletedAt && <DealActions deal={deal} pipeline={pipeline} moves={moves} mayWrite={mayWrite} />}
        menu={mayWrite && !deal.deletedAt && <DealMenu deal={deal} onDelete={() => void acts.remove(deal.id, deal.name, () => goTo(paths.deals))} />}
      />
      <MoveOutcome moves={moves} />
    </>
  );
}

function Subtitle({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  return (
    <span className="flex min-w-0 items-center gap-2">
      {deal.status !== 'open' && <span className="shrink-0"><Badge tone={deal.status === 'won' ? 'success' : 'danger'}>{t(`status.${deal.status}`)}</Badge></span>}
      {deal.amount && <span className="shrink-0 tabular">{formatMoney(deal.amount)}</span>}
      {deal.company && <Link to="/companies/$id" params={{ id: deal.company.id }} dir="auto" className={subtitleLinkClass}>{deal.company.name}</Link>}
    </span>
  );
}
