import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/icon-button.js';
import { Popover } from '@/components/ui/popover.js';
import { Checkbox } from '@/components/ui/checkbox.js';
import type { ListRow } from './list-column.js';
import type { ListTable } from './use-list-table.js';

/** Shows and hides columns; the menu stays open for several. */
export function ColumnMenu<T extends ListRow>({ table }: { table: ListTable<T> }) {
  const { t } = useTranslation('lists');
  const [, ...others] = table.getAllLeafColumns();
  return (
    <Popover label={t('columns')} placement="bottom end" trigger={<IconButton icon={Columns3} label={t('columns')} size="sm" />} className="w-56">
      <div className="flex max-h-[60vh] flex-col gap-0.5 overflow-auto p-2">
        {others.map((column) => (
          <div key={column.id} className="flex min-h-8 items-center rounded-control px-2 hover:bg-hover">
            <Checkbox isSelected={column.getIsVisible()} onChange={() => table.toggleColumn(column.id)}>{String(column.columnDef.header)}</Checkbox>
          </div>
        ))}
      </div>
    </Popover>
  );
}
