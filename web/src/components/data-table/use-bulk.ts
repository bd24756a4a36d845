import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import type { Written } from '@/lib/api/api-types.js';
import type { ListPage } from './use-list-pages.js';
import type { ListKind, ListRow } from './list-column.js';

export interface BulkCalls {
  remove: (ids: string[]) => Promise<Written<{ changed: number; skipped: number }>>;
  assign: (ids: string[], ownerId: string | null) => Promise<Written<{ changed: number; skipped: number }>>;
}

type Pages = InfiniteData<ListPage<ListRow>>;

/** Changes many records at once: the list shows it before the server agrees, and shows it back when it does not. */
export function useBulk(kind: ListKind, { remove, assign }: BulkCalls, onDone: () => void) {
  const { t } = useTranslation('lists');
  const client = useQueryClient();
  const run = async (ids: string[], send: () => Promise<Written<{ changed: number; skipped: number }>>, change: (row: ListRow) => ListRow | null, say: (count: number) => string) => {
    const lists = { queryKey: [kind, 'list'] };
    await client.cancelQueries(lists);
    const before = client.getQueriesData<Pages>(lists);
    client.setQueriesData<Pages>(lists, (pages) => pages?.pages && mapRows(pages, new Set(ids), change));
    onDone();
    try {
      const { data, changeSetId } = await send();
      toast.done(say(data.changed), changeSetId);
    } catch (error) {
      before.forEach(([key, pages]) => client.setQueryData(key, pages));
      toast.problem(error);
    } finally {
      void client.invalidateQueries({ predicate: ({ queryKey }) => [kind, 'bin', 'timeline', 'board'].includes(String(queryKey[0])) });
    }
  };
  return {
    remove: (ids: string[]) => run(ids, () => remove(ids), () => null, (count) => t(`deleted.${kind}`, { count })),
    assign: (ids: string[], ownerId: string | null) => run(ids, () => assign(ids, ownerId), (row) => ({ ...row, ownerId }), (count) => t('assigned', { count })),
  };
}

function mapRows(data: Pages, ids: ReadonlySet<string>, change: (row: ListRow) => ListRow | null): Pages {
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((row) => (ids.has(row.id) ? change(row) : row)).filter((row) => row !== null) })) };
}
