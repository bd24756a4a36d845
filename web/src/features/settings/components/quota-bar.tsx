import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';
import { formatBytes, formatNumber, formatPercent } from '@/lib/format.js';
import type { QuotaUse } from '../api/usage.js';

const NEARLY_FULL = 80;

/** How much of one quota is used, in words and as a bar. */
export function QuotaBar({ quota, used, limit }: QuotaUse) {
  const { t } = useTranslation('settings');
  const label = useId();
  const percent = Math.min(100, Math.round((used / limit) * 100));
  const format = quota === 'bytes' ? formatBytes : formatNumber;
  const inWords = t('usage.of', { used: format(used), limit: format(limit) });
  return (
    <div className="py-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span id={label} className="flex-1 text-base font-medium">{t(`usage.quotas.${quota}`)}</span>
        <span className="text-sm text-muted tabular-nums">{inWords}</span>
      </div>
      <div role="meter" aria-labelledby={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={inWords} className="mt-2 h-2 overflow-hidden rounded-full bg-pressed">
        <div className={classNames('h-full rounded-full', percent < NEARLY_FULL ? 'bg-accent' : percent < 100 ? 'bg-warning' : 'bg-danger')} style={{ width: `${percent}%` }} />
      </div>
      <p className="mt-1.5 text-sm text-muted">{percent >= NEARLY_FULL ? t(`usage.full.${quota}`, { percent: formatPercent(percent) }) : t(`usage.hints.${quota}`)}</p>
    </div>
  );
}
