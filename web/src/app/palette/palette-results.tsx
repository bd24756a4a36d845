import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordIcon } from '@/components/record-icon.js';
import { Kbd } from '@/components/ui/kbd.js';
import { classNames } from '@/lib/class-names.js';
import type { PaletteGroup, PaletteItem } from './palette-item.js';

export function rowId(item: PaletteItem): string {
  return `palette-${item.key}`;
}

export function PaletteResults({ groups, current, onPoint, onChoose }: { groups: PaletteGroup[]; current: PaletteItem | undefined; onPoint: (item: PaletteItem) => void; onChoose: (item: PaletteItem) => void }) {
  const { t } = useTranslation('palette');
  const currentId = current && rowId(current);
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);
  return (
    <div id="palette-results" role="listbox" aria-label={t('results')} className="min-h-0 flex-1 overflow-y-auto p-1.5">
      {groups.map(({ id, items }) => (
        <div key={id} role="group" aria-label={t(id)}>
          <div aria-hidden className="px-2.5 pt-2 pb-1 text-xs font-medium text-muted">{t(id)}</div>
          {items.map((item) => (
            <div
              key={item.key}
              id={rowId(item)}
              role="option"
              aria-selected={item === current}
              onPointerMove={() => item !== current && onPoint(item)}
              onClick={() => onChoose(item)}
              className={classNames('flex min-h-9 items-center gap-2.5 rounded-control px-2.5 text-sm touch:min-h-11', item === current && 'bg-hover')}
            >
              <Face item={item} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function Face({ item }: { item: PaletteItem }) {
  const { t } = useTranslation();
  if (item.type === 'record') {
    return (
      <>
        <RecordIcon kind={item.kind} id={item.id} title={item.title} />
        <span dir="auto" className={classNames('truncate', item.subtitle && 'max-w-[65%] shrink-0')}>{item.title}</span>
        {item.subtitle && <span dir="auto" className="min-w-0 truncate text-xs text-muted">{item.subtitle}</span>}
        <span className="ms-auto shrink-0 text-xs text-muted">{t(`kinds.${item.kind}`)}</span>
      </>
    );
  }
  const Icon = item.icon;
  return (
    <>
      <span className="grid size-5 shrink-0 place-items-center text-muted"><Icon aria-hidden className="size-4" /></span>
      <span dir="auto" className="flex-1 truncate">{item.title}</span>
      {item.shortcut && <Kbd shortcut={item.shortcut} />}
    </>
  );
}
