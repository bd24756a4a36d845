import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { Kbd } from '@/components/ui/kbd.js';
import { openLayer } from './layers.js';

/** Looks like a field, opens the palette. */
export function SearchButton() {
  const { t } = useTranslation('shell');
  return (
    <Button onPress={() => openLayer('palette')} className="flex h-8 w-full items-center gap-2.5 rounded-control border border-subtle bg-surface px-2 text-sm text-muted transition-colors hover:border-strong hover:text-ink">
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="flex-1 text-start">{t('nav.search')}</span>
      <Kbd shortcut="palette" />
    </Button>
  );
}
