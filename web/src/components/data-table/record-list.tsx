import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { editFirstWhenThere } from '@/components/record/edit-first.js';
import { FilterBar } from '@/components/filters/filter-bar.js';
import type { FilterField } from '@/components/filters/filter-field.js';
import { recordPath } from '@/config/paths.js';
import { allOf, type Filter } from '@/lib/filter/filter.js';
import { usePermission } from '@/lib/session/permissions.js';
import { BulkBar } from './bulk-bar.js';
import { ColumnMenu } from './column-menu.js';
import type { CardParts, ListColumn, ListKind, ListRow } from './list-column.js';
import { ListBody } from './list-body.js';
import { ListCount } from './list-count.js';
import { PeekPanel } from './peek-panel.js';
import { MOST } from './select-shown.js';
import { SortMenu, type SortOption } from './sort-menu.js';
import { useBulk, type BulkCalls } from './use-bulk.js';
import { useListAddress } from './use-list-address.js';
import { useListPages, type FetchPage } from './use-list-pages.js';
import { useListTable } from './use-list-table.js';
import { useSelectMore } from './use-select-more.js';

export interface RecordListProps<T extends ListRow> {
  kind: ListKind;
  /** Spoken name of the table: "Contacts". */
  label: string;
  /** Make it once, or memoise it: every new array redraws the table. */
  columns: readonly ListColumn<T>[];
  fetchPage: FetchPage<T>;
  filterFields: readonly FilterField[];
  /** "lastName", "-updatedAt". */
  usualSort: string;
  /** Fields to sort by that are not columns. */
  moreSorts?: readonly SortOption[];
  /** What the page itself narrows the list to, beside the person's filter. */
  scope?: Filter | undefined;
  titleOf: (row: T) => string;
  card: (row: T) => CardParts;
  bulk: BulkCalls;
  /** Inside the side panel. */
  peek: (id: string) => ReactNode;
  /** When there is no record at all: icon, sentence, verb. */
  empty: ReactNode;
}

/** The one table for every list: filters, order, columns, selection, side panel. The frame around it is the page's. */
export function RecordList<T extends ListRow>({ kind, label, columns, fetchPage, filterFields, usualSort, moreSorts = [], scope, titleOf, card, bulk, peek, empty }: RecordListProps<T>) {
  const { t } = useTranslation(['lists', 'common']);
  const navigate = useNavigate();
  const mayWrite = usePermission('records.write');
  const address = useListAddress(usualSort);
  const pages = useListPages<T>(kind, fetchPage, { sort: address.sort, filter: allOf(scope, address.filter) });
  const table = useListTable(kind, columns, pages.rows);
  const selected = table.getSelectedRowModel().rows.slice(0, MOST).map((row) => row.id);
  const changes = useBulk(kind, bulk, () => table.resetRowSelection(true));
  const more = useSelectMore(pages, table);
  const open = (row: T) => void navigate({ to: recordPath(kind, row.id) ?? '.' });
  const [edited, setEdited] = useState<string>();
  const edit = ({ id }: T) => {
    setEdited(id);
    address.setPeek(id);
  };
  const closePeek = () => {
    setEdited(undefined);
    address.setPeek(undefined);
  };
  const sorts = [...columns.flatMap(({ sort, label: name }) => (sort ? [{ field: sort, label: name }] : [])), ...moreSorts];
  const peeked = pages.rows.find((row) => row.id === address.peek);
  return (
    <section aria-label={label} className="relative flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-1.5 border-b border-subtle px-3 py-1.5">
        <FilterBar fields={filterFields} filter={address.filter} isUnreadable={address.isUnreadable} onChange={address.setFilter} />
        <div className="ms-auto flex items-center">
          <SortMenu sort={address.sort} options={sorts} onSort={address.setSort} />
          <span className="max-md:hidden"><ColumnMenu table={table} /></span>
        </div>
      </div>
      <ListBody
        label={label} table={table} pages={pages} sort={address.sort} onSort={address.setSort} titleOf={titleOf} card={card} onOpen={open}
        onPeek={(row) => address.setPeek(row.id)} onEdit={mayWrite ? edit : undefined} empty={empty} isFiltered={address.filter !== undefined} onClearFilter={() => address.setFilter(undefined)} onReset={address.reset}
      />
      <ListCount kind={kind} count={pages.count} />
      {selected.length > 0 && mayWrite && (
        <BulkBar
          count={selected.length} more={more.label} onSelectMore={more.select} onClear={() => table.resetRowSelection(true)}
          onDelete={() => void changes.remove(selected)} onAssign={(ownerId) => void changes.assign(selected, ownerId)}
        />
      )}
      <PeekPanel id={address.peek} title={peeked ? titleOf(peeked) : t(`common:kinds.${kind}`)} path={address.peek ? recordPath(kind, address.peek) : null} onClose={closePeek}>
        {address.peek && <div key={address.peek} ref={address.peek === edited ? editFirstWhenThere : undefined}>{peek(address.peek)}</div>}
      </PeekPanel>
    </section>
  );
}
