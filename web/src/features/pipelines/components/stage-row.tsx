import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '@/components/ui/badge.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { NumberField } from '@/components/ui/number-field.js';
import { TextField } from '@/components/ui/text-field.js';
import { classNames } from '@/lib/class-names.js';
import type { StageDraft } from '@/features/pipelines/stage-draft.js';
import { RequiredFieldsPicker } from './required-fields-picker.js';

interface StageRowProps {
  stage: StageDraft;
  isReadOnly: boolean;
  onChange: (stage: StageDraft) => void;
  /** Absent: it has to stay. */
  onRemove: (() => void) | undefined;
}

const tones = { open: 'accent', won: 'success', lost: 'danger' } as const;

/** One line on a wide screen; on a phone the name and what takes it away, then the rest below it. */
export function StageRow({ stage, isReadOnly, onChange, onRemove }: StageRowProps) {
  const { t } = useTranslation('pipelines');
  const { name } = stage;
  const isOpen = stage.type === 'open';
  return (
    <div className="flex flex-wrap items-start gap-2 py-1.5">
      <div className="flex min-w-44 flex-1 items-center gap-2">
        <div className="min-w-0 flex-1"><TextField label={t('stages.name')} hideLabel isDisabled={isReadOnly} value={name} onChange={(next) => onChange({ ...stage, name: next })} maxLength={80} /></div>
        {!isOpen && <Badge tone={tones[stage.type]}>{t(`stages.types.${stage.type}`)}</Badge>}
      </div>
      <div className="flex items-start gap-2 max-md:order-last max-md:w-full max-md:flex-wrap">
        {isOpen && (
          <>
            <Labelled text={t('stages.probability')} unit="%" className="md:w-28">
              <NumberField
                label={t('stages.probabilityOf', { name })}
                hideLabel
                isRequired
                isDisabled={isReadOnly}
                minValue={0}
                maxValue={100}
                value={stage.probability}
                onChange={(probability) => probability !== null && onChange({ ...stage, probability })}
              />
            </Labelled>
            <Labelled text={t('stages.rotDays')} unit={t('stages.days')}>
              <NumberField
                label={t('stages.rotDaysOf', { name })}
                hideLabel
                isDisabled={isReadOnly}
                minValue={1}
                maxValue={3650}
                value={stage.rotDays}
                onChange={(rotDays) => onChange({ ...stage, rotDays })}
                placeholder={t('stages.rotNever')}
              />
            </Labelled>
          </>
        )}
        <span className={fieldHigh}><RequiredFieldsPicker stage={stage} isReadOnly={isReadOnly} onChange={(requiredFields) => onChange({ ...stage, requiredFields })} /></span>
      </div>
      {!isReadOnly && (
        <span className={classNames(fieldHigh, 'w-7 justify-center touch:w-11')}>
          {onRemove && <IconButton size="sm" icon={X} label={t('stages.remove', { name })} onPress={onRemove} />}
        </span>
      )}
    </div>
  );
}

/** What stands beside a field keeps its height when a reason comes below the field. */
const fieldHigh = 'flex h-8 items-center touch:h-11';

function Labelled({ text, unit, className, children }: { text: string; unit: string; className?: string; children: ReactNode }) {
  return (
    <span title={text} className={classNames('flex items-start gap-1.5', className)}>
      <span aria-hidden className={classNames(fieldHigh, 'text-xs text-muted md:hidden')}>{text}</span>
      <span className="w-16 md:[&_[slot=errorMessage]]:whitespace-nowrap">{children}</span>
      <span className={classNames(fieldHigh, 'text-sm text-muted')}>{unit}</span>
    </span>
  );
}
