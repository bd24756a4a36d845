import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Autocomplete, Button as AriaButton, Dialog, DialogTrigger, Input, ListBox, ListBoxItem, Popover, TextField, useFilter } from 'react-aria-components';
import { buttonClass } from '@/components/ui/button-class.js';
import { controlClass, controlHeight } from '@/components/ui/field.js';
import { optionClass } from '@/components/ui/list-box-option.js';
import { floatingClass } from '@/components/ui/popover.js';
import { classNames } from '@/lib/class-names.js';
import { useShortcut } from '@/lib/keyboard/shortcuts.js';
import type { FilterField } from './filter-field.js';

const AFTER_PRESS_MILLISECONDS = 60;

/** "/" opens it: type a few letters of a field, Enter takes it. */
export function AddFilter({ fields, onAdd }: { fields: readonly FilterField[]; onAdd: (field: FilterField) => void }) {
  const { t } = useTranslation(['lists', 'common']);
  const [isOpen, setOpen] = useState(false);
  const { contains } = useFilter({ sensitivity: 'base' });
  useShortcut('filter', () => setOpen(true));
  const choose = (id: string) => {
    const field = fields.find((known) => known.id === id);
    setOpen(false);
    // A finger's press goes on after this, and would close what opens under it.
    if (field) setTimeout(() => onAdd(field), AFTER_PRESS_MILLISECONDS);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className={buttonClass('ghost', 'sm')}><ListFilter aria-hidden className="size-4" />{t('filter')}</AriaButton>
      <Popover placement="bottom start" offset={4} className={classNames(floatingClass, 'w-60')}>
        <Dialog aria-label={t('addFilter')} className="outline-none">
          <Autocomplete filter={contains}>
            <div className="p-1.5 pb-0">
              <TextField aria-label={t('findField')} autoFocus><Input placeholder={t('findField')} className={classNames(controlClass, controlHeight)} /></TextField>
            </div>
            <ListBox aria-label={t('field')} items={fields} selectionMode="none" onAction={(key) => choose(String(key))} className="max-h-80 overflow-auto p-1.5 outline-none" renderEmptyState={() => <p className="px-2 py-1.5 text-sm text-muted">{t('common:nothingFound')}</p>}>
              {(field) => <ListBoxItem id={field.id} textValue={field.label} className={optionClass}>{field.label}</ListBoxItem>}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
