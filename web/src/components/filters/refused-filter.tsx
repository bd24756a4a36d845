import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/ui/empty-state.js';
import { ApiError } from '@/lib/api/api-error.js';

/** The server read the filter or the order of the address and knows no such thing: trying again would change nothing. */
export function isRefusedFilter(error: unknown): boolean {
  return error instanceof ApiError && error.status === 400 && error.fieldErrors.some(({ field }) => /^(filter|sort)\b/.test(field));
}

const isTooDear = (error: unknown): boolean => error instanceof ApiError && error.fieldErrors.some(({ code }) => code === 'FILTER_TOO_DEAR');

/** In place of what cannot be shown, with the way to what can. */
export function RefusedFilter({ error, action }: { error: unknown; action: ReactNode }) {
  const { t } = useTranslation('lists');
  const [title, text] = isTooDear(error) ? (['dearFilter', 'dearFilterText'] as const) : (['refusedFilter', 'refusedFilterText'] as const);
  return (
    <div role="alert" className="flex flex-1">
      <EmptyState icon={SearchX} title={t(title)} action={action}>{t(text)}</EmptyState>
    </div>
  );
}
