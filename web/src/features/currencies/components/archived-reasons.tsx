import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import type { LostReason } from '@/lib/sales/lost-reasons.js';

export function ArchivedReasons({ reasons, onRestore }: { reasons: readonly LostReason[]; onRestore: ((reason: LostReason) => void) | undefined }) {
  const { t } = useTranslation('currencies');
  if (reasons.length === 0) return null;
  return (
    <section className="mt-4">
      <h2 className="mb-1 text-sm text-muted">{t('reasons.archived')}</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.id} className="flex min-h-9 items-center gap-3 border-b border-subtle text-sm last:border-b-0">
            <span dir="auto" className="min-w-0 flex-1 truncate text-muted">{reason.name}</span>
            {onRestore && <Button size="sm" variant="ghost" aria-label={`${t('reasons.restore')}: ${reason.name}`} onPress={() => onRestore(reason)}>{t('reasons.restore')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
