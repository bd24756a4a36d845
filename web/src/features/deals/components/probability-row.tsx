import { useTranslation } from 'react-i18next';
import { InlineField } from '@/components/record/inline-field.js';
import { NumberField } from '@/components/ui/number-field.js';
import { formatNumber, formatPercent } from '@/lib/format.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { read, type Unread } from '@/lib/typed/unread.js';
import type { Deal } from '@/features/deals/deal.js';

/** The stage says how likely it is, until somebody knows better. */
export function ProbabilityRow({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const label = useFieldText().label('probabilityOverride');
  const fromStage = deal.probabilityOverride === null;
  const text = fromStage ? t('page.probabilityOfStage', { percent: formatNumber(deal.probability) }) : formatPercent(deal.probability);
  return (
    <InlineField<{ probabilityOverride: number | Unread | null }>
      label={label}
      value={{ probabilityOverride: deal.probabilityOverride }}
      text={text}
      toPatch={({ probabilityOverride }) => ({ probabilityOverride: read(probabilityOverride) })}
      editor={(edit) => (
        <NumberField label={label} hideLabel autoFocus minValue={0} maxValue={100} value={edit.draft.probabilityOverride} onChange={(probabilityOverride) => edit.setDraft({ probabilityOverride })} placeholder={String(deal.probability)} hint={t('page.probabilityHint')} error={edit.error} />
      )}
    />
  );
}
