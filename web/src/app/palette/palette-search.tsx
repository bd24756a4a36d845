import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '@/lib/use-error-text.js';
import type { PaletteItem } from './palette-item.js';
import { PaletteResults, rowId } from './palette-results.js';
import { usePaletteGroups } from './use-palette-groups.js';

export function PaletteSearch({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette');
  const { t: common } = useTranslation();
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  // Enter before the hits are there means the first of them, not whatever stands there now.
  const awaitsHits = useRef(false);
  const { groups, isSettled, error } = usePaletteGroups(text);
  const items = groups.flatMap((group) => group.items);
  const current = items[Math.min(active, items.length - 1)];
  const choose = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    item.run();
  };
  useEffect(() => {
    if (!isSettled || !awaitsHits.current) return;
    awaitsHits.current = false;
    choose(items[0]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(next(Math.min(active, items.length - 1), step, items.length));
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (isSettled) choose(current);
      else awaitsHits.current = true;
    }
  };
  return (
    <>
      <div className="flex h-13 shrink-0 items-center gap-2.5 border-b border-subtle px-4">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <input
          autoFocus
          role="combobox"
          aria-label={t('title')}
          aria-expanded
          aria-controls="palette-results"
          aria-autocomplete="list"
          aria-activedescendant={current ? rowId(current) : undefined}
          placeholder={t('placeholder')}
          value={text}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
            awaitsHits.current = false;
          }}
          className="h-full min-w-0 flex-1 bg-transparent text-base outline-none touch:text-lg"
        />
        <button type="button" aria-label={common('close')} onClick={onClose} className="grid size-8 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink touch:size-11"><X aria-hidden className="size-4" /></button>
      </div>
      <PaletteResults groups={groups} current={current} onPoint={(item) => setActive(items.indexOf(item))} onChoose={choose} />
      {error !== null && <p role="alert" className="px-4 py-3 text-sm text-danger-ink">{errorText(error)}</p>}
      {error === null && isSettled && text.trim() !== '' && !groups.some(({ id }) => id === 'records') && (
        <p className="border-t border-subtle px-4 py-3 text-sm text-muted">{t('nothing', { query: text.trim() })} {t('hint')}</p>
      )}
    </>
  );
}

/** One step wraps around; a page stops at the end. */
function next(index: number, step: number, length: number): number {
  if (length === 0) return 0;
  return Math.abs(step) === 1 ? (index + step + length) % length : Math.min(Math.max(index + step, 0), length - 1);
}
