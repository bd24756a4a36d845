import { Trash2, UserRound, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { Kbd } from '@/components/ui/kbd.js';
import { useShortcut } from '@/lib/keyboard/shortcuts.js';
import { AssignDialog } from './assign-dialog.js';

interface BulkBarProps {
  count: number;
  /** How many match in all; null when nothing more can be taken in. */
  more: string | null;
  onSelectMore: () => void;
  onDelete: () => void;
  onAssign: (ownerId: string | null) => void;
  onClear: () => void;
}

/** Floats over the list while something is selected. */
export function BulkBar({ count, more, onSelectMore, onDelete, onAssign, onClear }: BulkBarProps) {
  const { t } = useTranslation(['lists', 'common']);
  const [isAssigning, setAssigning] = useState(false);
  useShortcut('clearSelection', onClear);
  return (
    <>
      <div role="toolbar" aria-label={t('selectedActions')} className="absolute inset-x-0 bottom-12 z-20 mx-auto flex w-fit max-w-[calc(100%-1.5rem)] animate-rise-in items-center gap-1 rounded-card bg-raised py-1.5 ps-3 pe-1.5 text-sm shadow-dialog">
        <span role="status" className="pe-2 font-medium whitespace-nowrap tabular">{t('selected', { count })}</span>
        {more && <Button variant="ghost" size="sm" onPress={onSelectMore}>{more}</Button>}
        <Button variant="ghost" size="sm" icon={UserRound} onPress={() => setAssigning(true)}><span className="max-md:sr-only">{t('changeOwner')}</span></Button>
        <Button variant="ghost" size="sm" icon={Trash2} onPress={onDelete}><span className="max-md:sr-only">{t('common:delete')}</span></Button>
        <span className="max-md:hidden"><Kbd shortcut="clearSelection" /></span>
        <IconButton icon={X} size="sm" label={t('clearSelection')} onPress={onClear} />
      </div>
      <AssignDialog count={count} isOpen={isAssigning} onClose={() => setAssigning(false)} onAssign={onAssign} />
    </>
  );
}
