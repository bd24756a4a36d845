import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Checkbox } from '@/components/ui/checkbox.js';
import { Popover } from '@/components/ui/popover.js';
import { formatNumber } from '@/lib/format.js';
import type { RequiredField } from '@/lib/sales/pipelines.js';
import { requirable, type StageDraft } from '@/features/pipelines/stage-draft.js';

/** Which fields a deal must have to enter the stage. */
export function RequiredFieldsPicker({ stage, isReadOnly, onChange }: { stage: StageDraft; isReadOnly: boolean; onChange: (fields: RequiredField[]) => void }) {
  const { t } = useTranslation('pipelines');
  const label = t('stages.requiredOf', { name: stage.name });
  const chosen = stage.requiredFields;
  const names = chosen.map((field) => t(`fields.${field}`)).join(', ') || t('stages.requiredNone');
  return (
    <Popover
      label={label}
      placement="bottom end"
      trigger={
        <Button variant="ghost" size="sm" icon={ListChecks} aria-label={`${t('stages.required')} ${formatNumber(chosen.length)}. ${label}: ${names}`}>
          {t('stages.required')}{' '}
          <span className={`min-w-4 text-xs tabular ${chosen.length > 0 ? 'font-semibold text-accent-ink' : ''}`}>{formatNumber(chosen.length)}</span>
        </Button>
      }
    >
      <div className="flex w-60 flex-col gap-2 p-3">
        <p className="text-xs text-muted">{t('stages.requiredHint')}</p>
        {requirable.map((field) => (
          <Checkbox key={field} isDisabled={isReadOnly} isSelected={chosen.includes(field)} onChange={(selected) => onChange(requirable.filter((other) => (other === field ? selected : chosen.includes(other))))}>
            {t(`fields.${field}`)}
          </Checkbox>
        ))}
      </div>
    </Popover>
  );
}
