import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A tag or a value that can be taken away. */
export function Chip({ children, label, onRemove }: { children: ReactNode; label: string; onRemove?: () => void }) {
  const { t } = useTranslation();
  return (
    <span className="inline-flex h-5.5 max-w-full items-center rounded-control border border-subtle bg-sunken ps-1.5 text-xs touch:h-11">
      <span dir="auto" className={onRemove ? 'truncate' : 'truncate pe-1.5'}>{children}</span>
      {onRemove && (
        <button type="button" aria-label={t('removeNamed', { name: label })} onClick={onRemove} className="grid h-full place-items-center rounded-control px-1 text-faint hover:text-ink touch:min-w-11">
          <X aria-hidden className="size-3" />
        </button>
      )}
    </span>
  );
}
