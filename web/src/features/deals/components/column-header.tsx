import { Link } from '@tanstack/react-router';
import { Plus, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/icon-button.js';
import { classNames } from '@/lib/class-names.js';
import { formatNumber } from '@/lib/format.js';
import { openQuickAdd } from '@/lib/quick-add/quick-add.js';
import type { Column } from '@/features/deals/deal.js';
import { wholeMoney } from '@/features/deals/whole-money.js';

const dots = { open: 'border-2 border-control', won: 'bg-success', lost: 'bg-danger' };

/** Stage, count, sum and weighted sum. */
export function ColumnHeader({ column, id, pipelineId }: { column: Column; id: string; pipelineId: string | null }) {
  const { t } = useTranslation('deals');
  const { stage, count, sum, weightedSum, missingRates } = column;
  return (
    <header className="flex flex-col gap-0.5 px-1.5 pt-1 pb-2">
      <div className="flex items-center gap-2">
        <span aria-hidden className={classNames('size-2.5 shrink-0 rounded-full', dots[stage.type])} />
        <h2 id={id} dir="auto" className="min-w-0 truncate text-sm">{stage.name}</h2>
        <span className="text-xs text-muted tabular" aria-label={t('board.count', { count })}>{formatNumber(count)}</span>
        {missingRates.length > 0 && <MissingRates currencies={missingRates} />}
        {pipelineId && stage.type === 'open' && (
          <span className="ms-auto -my-1">
            <IconButton size="sm" icon={Plus} label={t('board.addTo', { stage: stage.name })} onPress={() => openQuickAdd({ kind: 'deal', prefill: { pipelineId, stageId: stage.id } })} />
          </span>
        )}
      </div>
      <p className="flex min-w-0 items-baseline gap-1.5 text-xs text-muted tabular">
        <span className="font-medium text-ink" title={t('board.sum')} data-sum>{wholeMoney(sum)}</span>
        {stage.type === 'open' && (
          <span className="min-w-0 truncate" title={t('board.weightedHint', { percent: formatNumber(stage.probability) })} data-weighted>{t('board.weighted', { amount: wholeMoney(weightedSum) })}</span>
        )}
      </p>
    </header>
  );
}

function MissingRates({ currencies }: { currencies: string[] }) {
  const { t } = useTranslation('deals');
  const text = t('board.missingRates', { currencies: currencies.join(', ') });
  return (
    <Link to="/settings/currencies" aria-label={text} title={text} className="inline-grid size-5 place-items-center rounded-sm bg-warning-soft text-warning-ink touch:-my-2 touch:size-11">
      <TriangleAlert aria-hidden className="size-3" />
    </Link>
  );
}
