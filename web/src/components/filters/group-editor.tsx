import { FolderPlus, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { Segmented } from '@/components/ui/segmented.js';
import { isCondition, type Filter } from '@/lib/filter/filter.js';
import { ConditionEditor } from './condition-editor.js';
import { newCondition, type FilterField } from './filter-field.js';

type Group = Exclude<Filter, { field: string }>;

interface GroupEditorProps {
  fields: readonly FilterField[];
  group: Group;
  onChange: (group: Group) => void;
  onRemove?: () => void;
  /** The whole filter is a level of its own, so a group of the bar starts at two. */
  depth?: number;
}

const MAX_DEPTH = 3;

/** All or any of some conditions, and groups of them inside. */
export function GroupEditor({ fields, group, onChange, onRemove, depth = 1 }: GroupEditorProps) {
  const { t } = useTranslation('lists');
  const mode = 'and' in group ? 'and' : 'or';
  const parts = partsOf(group);
  const replace = (next: Filter[]) => onChange(groupOf(mode, next));
  const change = (index: number, part: Filter) => replace(parts.map((other, place) => (place === index ? part : other)));
  const remove = (index: number) => replace(parts.filter((_part, place) => place !== index));
  const [first] = fields;
  return (
    <div role="group" aria-label={t(`match.${mode}`)} className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <Segmented label={t('match.label')} value={mode} onChange={(next) => onChange(groupOf(next, parts))} segments={[{ id: 'and', label: t('match.and') }, { id: 'or', label: t('match.or') }]} />
        {onRemove && <span className="ms-auto"><IconButton icon={X} size="sm" label={t('removeGroup')} onPress={onRemove} /></span>}
      </div>
      {parts.map((part, index) => (
        <div key={index} className="border-s-2 border-subtle ps-3">
          {isCondition(part)
            ? <ConditionEditor fields={fields} condition={part} onChange={(next) => change(index, next)} onRemove={() => remove(index)} />
            : <GroupEditor fields={fields} group={part} onChange={(next) => change(index, next)} onRemove={() => remove(index)} depth={depth + 1} />}
        </div>
      ))}
      <div className="flex flex-wrap gap-1">
        <Button variant="ghost" size="sm" icon={Plus} onPress={() => first && replace([...parts, newCondition(first)])}>{t('addCondition')}</Button>
        {depth < MAX_DEPTH && <Button variant="ghost" size="sm" icon={FolderPlus} onPress={() => first && replace([...parts, groupOf(mode === 'and' ? 'or' : 'and', [newCondition(first)])])}>{t('addGroup')}</Button>}
      </div>
    </div>
  );
}

function partsOf(group: Group): Filter[] {
  return 'and' in group ? group.and : group.or;
}

function groupOf(mode: 'and' | 'or', parts: Filter[]): Group {
  return mode === 'and' ? { and: parts } : { or: parts };
}
