import { Search, X } from 'lucide-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { takeEarlyKeys } from '@/app/shell/early-keys.js';
import { useErrorText } from '@/lib/use-error-text.js';
import type { PaletteItem } from './palette-item.js';
import { PaletteResults, rowId } from './palette-results.js';
import { usePaletteGroups } from './use-palette-groups.js';
import { usePaletteKeys } from './use-palette-keys.js';

export function PaletteSearch({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette');
  const errorText = useErrorText();
  const [text, setText] = useState('');
  useEffect(() => setText((later) => takeEarlyKeys() + later), []);
  const { groups, isSettled, error } = usePaletteGroups(text);
  const choose = (item: PaletteItem) => {
    onClose();
    item.run();
  };
  const { current, onKeyDown, restart, point } = usePaletteKeys(groups.flatMap((group) => group.items), isSettled, choose);
  const change = (value: string) => {
    setText(value);
    restart();
  };
  const foundNothing = error === null && isSettled && groups.length === 0;
  return (
    <>
      <SearchInput text={text} onChange={change} onKeyDown={onKeyDown} active={current} onClose={onClose} />
      <PaletteResults groups={groups} current={current} onPoint={point} onChoose={choose} />
      {error !== null && <p role="alert" className="px-4 py-3 text-sm text-danger-ink">{errorText(error)}</p>}
      {foundNothing && <p className="border-t border-subtle px-4 py-3 text-sm text-muted">{t('nothing', { query: text.trim() })} {t('hint')}</p>}
    </>
  );
}

interface SearchInputProps {
  text: string;
  onChange: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  active: PaletteItem | undefined;
  onClose: () => void;
}

function SearchInput({ text, onChange, onKeyDown, active, onClose }: SearchInputProps) {
  const { t } = useTranslation('palette');
  const { t: common } = useTranslation();
  return (
    <div className="flex h-13 shrink-0 items-center gap-2.5 border-b border-subtle px-4">
      <Search aria-hidden className="size-4 shrink-0 text-muted" />
      <input
        autoFocus
        role="combobox"
        aria-label={t('title')}
        aria-expanded
        aria-controls="palette-results"
        aria-autocomplete="list"
        aria-activedescendant={active && rowId(active)}
        placeholder={t('placeholder')}
        dir="auto"
        value={text}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onChange={(event) => onChange(event.target.value)}
        className="h-full min-w-0 flex-1 bg-transparent text-base outline-none touch:text-lg"
      />
      <button type="button" aria-label={common('close')} onClick={onClose} className="grid size-8 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink touch:size-11"><X aria-hidden className="size-4" /></button>
    </div>
  );
}
