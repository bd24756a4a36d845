import { Eye, EyeOff } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '@/components/filters/filter-bar.js';
import { Button } from '@/components/ui/button.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { useShortcut } from '@/lib/keyboard/shortcuts.js';
import type { Pipeline } from '@/lib/sales/pipelines.js';
import { useStoredState } from '@/lib/use-stored-state.js';
import { useDealFilterFields } from '@/features/deals/hooks/use-deal-filter-fields.js';
import { useDealsAddress } from '@/features/deals/hooks/use-deals-address.js';
import { BoardTotals } from './board-totals.js';
import { DealBoard } from './deal-board.js';

/** The view bar of the board, and the board. */
export function BoardView({ pipeline, addAction }: { pipeline: Pipeline; addAction: ReactNode }) {
  const { t } = useTranslation('deals');
  const { filter, isUnreadable, setFilter } = useDealsAddress();
  const [showClosed, setShowClosed] = useStoredState('board:closed', false);
  const fields = useDealFilterFields(useMemo(() => [pipeline], [pipeline]), false);
  useShortcut('liftCard');
  useShortcut('walkCards');
  return (
    <section aria-label={pipeline.name} className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-1.5 border-b border-subtle px-3 py-1.5">
        <FilterBar fields={fields} filter={filter} isUnreadable={isUnreadable} onChange={setFilter} />
        <span className="ms-auto flex items-center gap-3">
          <BoardTotals pipelineId={pipeline.id} filter={filter} />
          <IconButton size="sm" icon={showClosed ? EyeOff : Eye} label={t(showClosed ? 'hideClosed' : 'showClosed')} onPress={() => setShowClosed(!showClosed)} />
        </span>
      </div>
      <DealBoard
        pipelineId={pipeline.id}
        filter={filter}
        showClosed={showClosed}
        addAction={addAction}
        clearAction={<Button variant="primary" onPress={() => setFilter(undefined)}>{t('clearFilters')}</Button>}
      />
    </section>
  );
}
