import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ComboBox as AriaComboBox, Group, Input, ListBox, Popover } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { fold } from '@/lib/fold.js';
import { useDebounced } from '@/lib/use-debounced.js';
import { ariaFieldProps, controlClass, controlHeight, fieldClass, FieldHelp, FieldLabel, type FieldProps } from './field.js';
import { ListBoxOption, type Option } from './list-box-option.js';
import { floatingClass } from './popover.js';

export interface ComboBoxProps extends FieldProps {
  value: Option | null;
  onChange: (value: Option | null) => void;
  /** Either all the options, filtered here, or `load`, which asks the server for each query. */
  options?: readonly Option[];
  load?: (query: string, signal: AbortSignal) => Promise<Option[]>;
  /** Names the cache of `load`: "companies". */
  loadKey?: string;
  placeholder?: string;
  /** Each choice is kept elsewhere, as a chip: the field is empty again and keeps the focus. */
  picksMany?: boolean;
  /** Offers "Add “…”" for a text that is no option. */
  onCreate?: (text: string) => void;
}

const CREATE = '\u0000create';
const none: Option[] = [];

export function ComboBox(props: ComboBoxProps) {
  const { t } = useTranslation();
  const { label, hint, error, hideLabel, isRequired, value, onChange, placeholder, onCreate, picksMany = false } = props;
  const [text, setText] = useState(value?.label ?? '');
  const [shownFor, setShownFor] = useState(value?.id);
  if (shownFor !== value?.id) {
    setShownFor(value?.id);
    setText(value?.label ?? '');
  }
  const found = useOptions(props, text === value?.label ? '' : text);
  const isNew = onCreate && text.trim() !== '' && !found.some((option) => option.label.toLowerCase() === text.trim().toLowerCase());
  const items = isNew ? [...found, { id: CREATE, label: t('addNamed', { name: text.trim() }) }] : found;
  const choose = (id: string | null) => {
    if (id === CREATE) return onCreate?.(text.trim());
    const option = items.find((item) => item.id === id) ?? null;
    setText(picksMany ? '' : (option?.label ?? ''));
    onChange(option);
  };
  return (
    <AriaComboBox
      {...ariaFieldProps(props)}
      items={items}
      value={value?.id ?? null}
      onChange={(key) => choose(key === null ? null : String(key))}
      inputValue={text}
      onInputChange={(next) => {
        setText(next);
        if (next === '' && value) onChange(null);
      }}
      onBlur={() => setText(value?.label ?? '')}
      menuTrigger="focus"
      allowsEmptyCollection
      className={fieldClass}
    >
      <FieldLabel hidden={hideLabel} required={isRequired}>{label}</FieldLabel>
      <Group className={classNames(controlClass, controlHeight, 'flex items-center gap-2 pe-1')}>
        {text === value?.label && value?.start}
        <Input dir="auto" placeholder={placeholder ?? ''} className="h-full min-w-0 flex-1 bg-transparent text-ellipsis outline-none" />
        <Button className="grid size-6 place-items-center rounded-sm text-faint hover:text-ink touch:h-full touch:w-11"><ChevronsUpDown aria-hidden className="size-3.5" /></Button>
      </Group>
      <FieldHelp hint={hint} error={error} />
      <Popover offset={4} className={classNames(floatingClass, 'min-w-(--trigger-width)')}>
        <ListBox<Option> className="max-h-72 overflow-auto p-1 outline-none" renderEmptyState={() => <p className="px-2 py-1.5 text-sm text-muted">{t('nothingFound')}</p>}>
          {(option) => <ListBoxOption option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

function useOptions({ options, load, loadKey }: ComboBoxProps, text: string): readonly Option[] {
  const query = useDebounced(text.trim(), 150);
  const { data = none } = useQuery({
    queryKey: ['options', loadKey, query],
    queryFn: ({ signal }) => load?.(query, signal) ?? none,
    enabled: load !== undefined,
    placeholderData: keepPreviousData,
  });
  if (load) return data;
  const wanted = fold(text.trim());
  return (options ?? none).filter((option) => fold(`${option.label} ${option.detail ?? ''}`).includes(wanted));
}
