import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Popover } from '@/components/ui/popover.js';
import { isCondition, type Filter } from '@/lib/filter/filter.js';
import { ConditionEditor } from './condition-editor.js';
import { FilterText } from './filter-text.js';
import { newCondition, type FilterField } from './filter-field.js';
import { GroupEditor } from './group-editor.js';
import { useFilterDraft } from './use-filter-draft.js';

interface FilterChipProps {
  fields: readonly FilterField[];
  filter: Filter;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
  startsOpen?: boolean;
  onClose?: () => void;
}

/** One part of the filter, in words. A click opens it for editing; what is chosen shows in the list at once. */
export function FilterChip({ fields, filter, onChange, onRemove, startsOpen = false, onClose }: FilterChipProps) {
  const { t } = useTranslation('lists');
  const editor = useRef<HTMLDivElement>(null);
  const isHeld = () => Boolean(editor.current?.querySelector('[data-unread]'));
  const { isOpen, setOpen, shown, edit } = useFilterDraft({ filter, onChange, startsOpen, onClose, isHeld });
  const trigger = (
    <AriaButton className="flex h-full min-w-0 items-center rounded-s-control ps-2 pe-1 outline-none hover:bg-hover data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent">
      <span className="truncate"><FilterText fields={fields} filter={shown} /></span>
    </AriaButton>
  );
  return (
    <span className="inline-flex h-7 max-w-full min-w-0 items-center rounded-control border border-strong bg-surface text-sm touch:h-11">
      <Popover label={t('editFilter')} isOpen={isOpen} onOpenChange={setOpen} holdsOpen={isHeld} className="w-96 max-w-[calc(100vw-1.5rem)]" trigger={trigger}>
        <div ref={editor} className="flex max-h-[70vh] flex-col gap-3 overflow-auto p-3">
          {isCondition(shown) ? <SingleCondition fields={fields} condition={shown} onChange={edit} /> : <GroupEditor fields={fields} group={shown} onChange={edit} />}
        </div>
      </Popover>
      <button type="button" aria-label={t('removeFilter')} onClick={onRemove} className="grid h-full shrink-0 place-items-center rounded-e-control px-1.5 text-muted hover:bg-hover hover:text-ink touch:px-3">
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}

function SingleCondition({ fields, condition, onChange }: { fields: readonly FilterField[]; condition: Extract<Filter, { field: string }>; onChange: (filter: Filter) => void }) {
  const { t } = useTranslation('lists');
  const field = fields.find(({ id }) => id === condition.field);
  return (
    <>
      <ConditionEditor fields={fields} condition={condition} onChange={onChange} />
      {field && <span><Button variant="ghost" size="sm" icon={Plus} onPress={() => onChange({ or: [condition, newCondition(field)] })}>{t('orAnother')}</Button></span>}
    </>
  );
}
