import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { Select } from '@/components/ui/select.js';
import { TextField } from '@/components/ui/text-field.js';
import { useLabelOptions } from './use-label-options.js';

/** An email or a phone. */
export interface LabelledValue {
  value: string;
  label: string;
  primary: boolean;
}

interface LabelledValuesProps {
  /** "Email": each field is spoken as this and its number. */
  name: string;
  addLabel: string;
  type: 'email' | 'tel';
  labels: readonly string[];
  values: LabelledValue[];
  onChange: (values: LabelledValue[]) => void;
  autoFocus?: boolean;
  errors?: Record<number, string> | undefined;
}

/** Several of a kind, one of them the primary one. */
export function LabelledValues({ name, addLabel, type, labels, values, onChange, autoFocus = false, errors = {} }: LabelledValuesProps) {
  const { t } = useTranslation(['records', 'common']);
  const options = useLabelOptions(labels);
  const rows = values.length > 0 ? values : [emptyValue(labels, true)];
  const change = (index: number, part: Partial<LabelledValue>) => onChange(rows.map((row, place) => (place === index ? { ...row, ...part } : row)));
  const remove = (index: number) => onChange(withPrimary(rows.filter((_row, place) => place !== index)));
  return (
    <div className="flex flex-col gap-1.5">
      {rows.map((row, index) => (
        <div key={index} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <TextField label={`${name} ${index + 1}`} hideLabel type={type} value={row.value} onChange={(value) => change(index, { value })} autoFocus={autoFocus && index === rows.length - 1} error={errors[index]} maxLength={254} />
          </div>
          <div className="w-24 shrink-0"><Select label={`${name} ${index + 1}: ${t('label')}`} hideLabel value={row.label} onChange={(label) => label && change(index, { label })} options={options} /></div>
          {rows.length > 1 && (
            <>
              <PrimaryButton isPrimary={row.primary} label={`${t(row.primary ? 'primary' : 'makePrimary')}: ${row.value}`} onPress={() => onChange(rows.map((other, place) => ({ ...other, primary: place === index })))} />
              <IconButton icon={X} label={t('common:removeNamed', { name: row.value })} onPress={() => remove(index)} />
            </>
          )}
        </div>
      ))}
      <span><Button variant="ghost" size="sm" icon={Plus} onPress={() => onChange([...rows, emptyValue(labels, false)])}>{addLabel}</Button></span>
    </div>
  );
}

function PrimaryButton({ isPrimary, label, onPress }: { isPrimary: boolean; label: string; onPress: () => void }) {
  return (
    <label className="grid size-8 shrink-0 place-items-center touch:size-11" title={label}>
      <input type="radio" checked={isPrimary} onChange={onPress} aria-label={label} className="size-4 accent-accent" />
    </label>
  );
}

function emptyValue(labels: readonly string[], primary: boolean): LabelledValue {
  return { value: '', label: labels[0] ?? 'work', primary };
}

function withPrimary(values: LabelledValue[]): LabelledValue[] {
  return values.some(({ primary }) => primary) ? values : values.map((value, index) => ({ ...value, primary: index === 0 }));
}

/** Without the empty lines, and with one primary. */
export function filled(values: readonly LabelledValue[]): LabelledValue[] {
  return withPrimary(values.map((value) => ({ ...value, value: value.value.trim() })).filter(({ value }) => value !== ''));
}
