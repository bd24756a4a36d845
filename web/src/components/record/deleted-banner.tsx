import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';

/** A record in the bin can be looked at, and brought back. */
export function DeletedBanner({ kind, onRestore }: { kind: 'contact' | 'company' | 'deal'; onRestore: (() => void) | undefined }) {
  const { t } = useTranslation(['records', 'common']);
  return (
    <div role="status" className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-subtle bg-warning-soft px-4 py-2 text-sm text-warning-ink">
      <Trash2 aria-hidden className="size-4 shrink-0" />
      <span className="font-medium">{t('inBin', { kind: t(`common:kinds.${kind}`) })}</span>
      <span className="min-w-0 flex-1">{t('inBinText')}</span>
      {onRestore && <Button size="sm" onPress={onRestore}>{t('restore')}</Button>}
    </div>
  );
}
