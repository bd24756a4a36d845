import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';

/** Says that the address holds a filter that nobody can read, and that everything is shown instead. */
export function UnreadableFilter({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('lists');
  return (
    <>
      <span role="status" className="inline-flex items-center gap-1.5 text-sm text-ink">
        <TriangleAlert aria-hidden className="size-4 shrink-0 text-muted" />
        {t('unreadableFilter')}
      </span>
      <Button variant="ghost" size="sm" onPress={onClear}>{t('clearFilters')}</Button>
    </>
  );
}
