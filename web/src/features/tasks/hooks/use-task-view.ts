import { useSearch } from '@tanstack/react-router';
import type { Filter } from '@/lib/filter/filter.js';
import { today } from '@/lib/format.js';
import { useChangeSearch } from '@/lib/remembered-search.js';
import { useSession } from '@/lib/session/session.js';
import type { TaskListParams } from '../api/tasks.js';

export const shows = ['open', 'overdue', 'today', 'done', 'all'] as const;
export const whoses = ['mine', 'everybody'] as const;
export const sorts = ['due', 'priority', 'newest'] as const;
export type Show = (typeof shows)[number];
export type Whose = (typeof whoses)[number];
export type Sort = (typeof sorts)[number];

export interface TaskView {
  show: Show;
  whose: Whose;
  sort: Sort;
  /** The task in the side panel. */
  peek: string | null;
  params: TaskListParams;
  isDefault: boolean;
  change: (change: { show?: Show; whose?: Whose; sort?: Sort; peek?: string | null }) => void;
}

const sortKeys: Record<Sort, string> = { due: 'dueDate,createdAt', priority: '-priority,dueDate', newest: '-createdAt' };

/** Which tasks the page shows; it stands in the address. */
export function useTaskView(): TaskView {
  const changeSearch = useChangeSearch();
  const search = useSearch({ from: '/app/tasks' });
  const { user } = useSession();
  const show = oneOf(shows, search.view, 'open');
  const whose = oneOf(whoses, search.tab, 'mine');
  const sort = oneOf(sorts, search.sort, 'due');
  const filter = filterOf(show, whose === 'mine' ? user.id : null);
  return {
    show, whose, sort,
    peek: search.peek ?? null,
    params: { sort: show === 'done' ? '-completedAt' : sortKeys[sort], ...(filter ? { filter } : {}) },
    isDefault: show === 'open' && whose === 'mine',
    change: ({ peek, show: nextShow, whose: nextWhose, sort: nextSort }) => {
      const chosen = { ...(nextShow ? { view: nextShow } : {}), ...(nextWhose ? { tab: nextWhose } : {}), ...(nextSort ? { sort: nextSort } : {}) };
      if (peek === undefined) changeSearch(chosen, { isChoice: true, replace: true });
      else changeSearch({ ...chosen, peek: peek ?? undefined });
    },
  };
}

function filterOf(show: Show, assigneeId: string | null): Filter | undefined {
  const parts: Filter[] = [];
  if (show === 'done') parts.push({ field: 'status', op: 'eq', value: 'done' });
  else if (show !== 'all') parts.push({ field: 'status', op: 'eq', value: 'open' });
  if (show === 'overdue') parts.push({ field: 'dueDate', op: 'lt', value: today() });
  if (show === 'today') parts.push({ field: 'dueDate', op: 'eq', value: today() });
  if (assigneeId) parts.push({ field: 'assigneeId', op: 'eq', value: assigneeId });
  return parts.length === 0 ? undefined : { and: parts };
}

function oneOf<const T extends string>(known: readonly T[], value: string | undefined, otherwise: T): T {
  return known.find((item) => item === value) ?? otherwise;
}
