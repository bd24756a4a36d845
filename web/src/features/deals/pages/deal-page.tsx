import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import type { RecordPanels } from '@/components/record-panels.js';

export function DealPage({ panels }: { panels: Partial<RecordPanels> }) {
  const { t } = useTranslation('deals');
  return <PageHeader title={`${t('title')} ${Object.keys(panels).length}`} />;
}
