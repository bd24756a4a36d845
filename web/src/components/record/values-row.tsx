import { useTranslation } from 'react-i18next';
import { Badge } from '@/components/ui/badge.js';
import { classNames } from '@/lib/class-names.js';
import type { Patch } from '@/lib/records/versioned.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { EditorButtons } from './editor-buttons.js';
import { InlineField } from './inline-field.js';
import { valueLinkClass, valueLinksClass } from './inline-value.js';
import { filled, LabelledValues, type LabelledValue } from './labelled-values.js';
import { useLabelOptions } from './use-label-options.js';

interface ValuesRowProps {
  field: 'emails' | 'phones';
  /** How a value is read, and how it is written to be edited; absent: as it is kept. */
  words?: { shown: (value: string) => string; editable: (value: string) => string };
  values: LabelledValue[];
  labels: readonly string[];
  toPatch: (values: LabelledValue[]) => Patch;
}

const kinds = { emails: { type: 'email', scheme: 'mailto:', name: 'email', add: 'addEmail' }, phones: { type: 'tel', scheme: 'tel:', name: 'phone', add: 'addPhone' } } as const;

const asKept = { shown: (value: string) => value, editable: (value: string) => value };

export function ValuesRow({ field, words: { shown, editable } = asKept, values, labels, toPatch }: ValuesRowProps) {
  const { t } = useTranslation('records');
  const words = useFieldText();
  const options = useLabelOptions(labels);
  const { type, scheme, name, add } = kinds[field];
  const label = words.label(field);
  return (
    <InlineField
      label={label}
      field={field}
      value={values.map((entry) => ({ ...entry, value: editable(entry.value) }))}
      text={values.map(({ value }) => shown(value)).join(', ')}
      show={(
        <span className={valueLinksClass}>
          {values.map(({ value, label: kind, primary }) => (
            <span key={value} className="flex max-w-full min-w-0 flex-wrap items-center gap-x-2">
              <a href={`${scheme}${value}`} className={classNames(valueLinkClass, 'break-all')}><bdi dir="ltr">{shown(value)}</bdi></a>
              <span className="text-xs text-muted">{options.find(({ id }) => id === kind)?.label ?? kind}</span>
              {primary && values.length > 1 && <Badge>{t('primary')}</Badge>}
            </span>
          ))}
        </span>
      )}
      toPatch={(next) => toPatch(filled(next))}
      isLarge
      editor={(edit) => (
        <div className="rounded-control border border-subtle p-2">
          <LabelledValues name={words.label(name)} addLabel={t(add)} type={type} labels={labels} values={edit.draft} onChange={edit.setDraft} autoFocus errors={edit.errorAt === undefined ? {} : { [edit.errorAt]: edit.error ?? '' }} />
          {edit.error && edit.errorAt === undefined && <p role="alert" className="pt-1 text-xs text-danger-ink">{edit.error}</p>}
          <EditorButtons edit={edit} />
        </div>
      )}
    />
  );
}
