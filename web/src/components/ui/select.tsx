import { ChevronsUpDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { ariaFieldProps, controlClass, controlHeight, fieldClass, FieldHelp, FieldLabel, type FieldProps } from './field.js';
import { ListBoxOption, type Option } from './list-box-option.js';
import { floatingClass } from './popover.js';

export interface SelectProps extends FieldProps {
  value: string | null;
  onChange: (value: string | null) => void;
  options: readonly Option[];
  placeholder?: string;
  /** Adds a first row that clears the value. */
  emptyLabel?: string;
}

const EMPTY = '';

export function Select(props: SelectProps) {
  const { t } = useTranslation();
  const { label, hint, error, hideLabel, isRequired, value, onChange, options, placeholder, emptyLabel } = props;
  const items: readonly Option[] = emptyLabel ? [{ id: EMPTY, label: emptyLabel }, ...options] : options;
  const chosen = items.find(({ id }) => id === (value ?? EMPTY));
  return (
    <AriaSelect
      {...ariaFieldProps(props)}
      value={value ?? (emptyLabel ? EMPTY : null)}
      onChange={(key) => onChange(key === null || key === EMPTY ? null : String(key))}
      placeholder={placeholder ?? t('choose')}
      className={fieldClass}
    >
      <FieldLabel hidden={hideLabel} required={isRequired}>{label}</FieldLabel>
      <Button className={classNames(controlClass, controlHeight, 'flex items-center gap-2 text-start data-[pressed]:bg-hover')}>
        <SelectValue className="min-w-0 flex-1 truncate data-[placeholder]:text-faint">
          {({ defaultChildren }) => (chosen ? <span className="flex items-center gap-2">{chosen.start}<span dir="auto" className="truncate">{chosen.label}</span></span> : defaultChildren)}
        </SelectValue>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />
      </Button>
      <FieldHelp hint={hint} error={error} />
      <Popover offset={4} className={classNames(floatingClass, 'min-w-(--trigger-width)')}>
        <ListBox items={items} className="max-h-80 overflow-auto p-1 outline-none">
          {(option) => <ListBoxOption option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
