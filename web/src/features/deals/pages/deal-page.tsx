import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecordPanels } from '@/components/record-panels.js';
import { buttonClass } from '@/components/ui/button-class.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { paths } from '@/config/paths.js';
import { dealQuery } from '@/features/deals/api/deal-queries.js';
import { DealRecord } from '@/features/deals/components/deal-record.js';

export function DealPage({ panels }: { panels: Partial<RecordPanels> }) {
  const { t } = useTranslation('deals');
  const { id = '' } = useParams({ strict: false });
  const { data: deal, error, refetch } = useQuery(dealQuery(id));
  if (error && !deal) return <ErrorState error={error} onRetry={() => void refetch()} back={<Link to={paths.deals} className={buttonClass('primary')}>{t('page.backToDeals')}</Link>} />;
  if (!deal) return <SkeletonRows rows={14} />;
  return <DealRecord key={deal.id} deal={deal} panels={panels} />;
}
