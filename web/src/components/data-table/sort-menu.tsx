import { ArrowDownUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Menu } from '@/components/ui/menu.js';
import { formatSort, parseSort } from './sorting.js';

export interface SortOption {
  field: string;
  label: string;
}

/** The same as clicking the headers, also for fields that no shown column has, and on a phone. */
export function SortMenu({ sort, options, onSort }: { sort: string; options: readonly SortOption[]; onSort: (sort: string) => void }) {
  const { t } = useTranslation('lists');
  const current = parseSort(sort);
  const name = options.find(({ field }) => field === current.field)?.label ?? current.field;
  const fields = options.map(({ field, label }) => ({ id: field, label, isSelected: field === current.field, onAction: () => onSort(formatSort({ field, descending: current.descending })) }));
  const directions = [false, true].map((descending) => ({
    id: descending ? 'descending' : 'ascending',
    label: t(descending ? 'descending' : 'ascending'),
    isSelected: current.descending === descending,
    onAction: () => onSort(formatSort({ field: current.field, descending })),
  }));
  return (
    <Menu
      label={t('sort')}
      placement="bottom end"
      trigger={<Button variant="ghost" size="sm" icon={ArrowDownUp}><span className="max-md:sr-only">{t('sortedBy', { name })}</span></Button>}
      groups={[{ id: 'fields', title: t('sortBy'), items: fields }, { id: 'direction', items: directions }]}
    />
  );
}
