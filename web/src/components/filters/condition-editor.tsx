import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/icon-button.js';
import { Select } from '@/components/ui/select.js';
import type { Condition, FilterOp } from '@/lib/filter/filter.js';
import { newCondition, opsOf, withOp, type FilterField } from './filter-field.js';
import { ValueEditor } from './value-editor.js';

export interface ConditionEditorProps {
  fields: readonly FilterField[];
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove?: () => void;
}

/** Field, question, answer. */
export function ConditionEditor({ fields, condition, onChange, onRemove }: ConditionEditorProps) {
  const { t } = useTranslation('lists');
  const field = fields.find(({ id }) => id === condition.field);
  if (!field) return <p className="text-sm text-danger-ink">{t('unknownField', { field: condition.field })}</p>;
  const isDate = field.type === 'day' || field.type === 'instant';
  const ops = opsOf(field).map((op) => ({ id: op, label: isDate && (op === 'lt' || op === 'gt') ? t(`dateOps.${op}`) : t(`ops.${op}`) }));
  const chooseField = (id: string | null) => {
    const chosen = fields.find((known) => known.id === id);
    if (chosen && chosen.id !== field.id) onChange(newCondition(chosen));
  };
  const setValue = (value: Condition['value']) => onChange(value === undefined ? { field: condition.field, op: condition.op } : { ...condition, value });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1"><Select label={t('field')} hideLabel value={field.id} onChange={chooseField} options={fields} /></div>
        {field.type !== 'flag' && <div className="min-w-0 flex-1"><Select label={t('question')} hideLabel value={condition.op} onChange={(op) => op && onChange(withOp(condition, op as FilterOp))} options={ops} /></div>}
        {onRemove && <IconButton icon={X} size="sm" label={t('removeCondition')} onPress={onRemove} />}
      </div>
      <ValueEditor key={condition.op} field={field} condition={condition} onChange={setValue} />
    </div>
  );
}
