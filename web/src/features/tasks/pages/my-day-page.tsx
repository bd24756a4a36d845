import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { Button } from '@/components/ui/button.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { paths } from '@/config/paths.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { classNames } from '@/lib/class-names.js';
import { openQuickAdd } from '@/lib/quick-add/quick-add.js';
import { usePermission } from '@/lib/session/permissions.js';
import { useToggleTask } from '../api/complete-task.js';
import { myDayQuery } from '../api/my-day.js';
import { MyDaySections } from '../components/my-day-sections.js';
import { NothingToDo } from '../components/nothing-to-do.js';
import { QuickTask } from '../components/quick-task.js';
import { TaskPanel } from '../components/task-panel.js';

type MyDay = Schemas['MyDay'];

interface MyDayPageProps {
  /** Stands there while the workspace is new. */
  whenEmpty?: (otherwise: ReactNode) => ReactNode;
  /** The deals that ask for something, beside the tasks. */
  deals?: (deals: MyDay['deals']) => ReactNode;
}

/** What waits for the person: tasks that are overdue, due today or next, and deals that ask for something. */
export function MyDayPage({ whenEmpty, deals }: MyDayPageProps) {
  const { t } = useTranslation('myDay');
  const { t: tasks } = useTranslation('tasks');
  const mayWrite = usePermission('records.write');
  const [openId, setOpenId] = useState<string | null>(null);
  const toggle = useToggleTask();
  const { data, error, refetch } = useQuery(myDayQuery);
  const hasDeals = data && Object.values(data.deals).some(({ items }) => items.length > 0);
  const isEmpty = data && !hasDeals && data.overdue.length + data.dueToday.length + data.next.length + data.doneToday.length === 0;
  return (
    <>
      <PageHeader title={t('title')}>
        {mayWrite && <Button variant="primary" icon={Plus} onPress={() => openQuickAdd({ kind: 'task' })}>{tasks('add')}</Button>}
      </PageHeader>
      {!data && !error && <SkeletonRows />}
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isEmpty && (whenEmpty?.(<NothingToDo />) ?? <NothingToDo />)}
      {data && !isEmpty && (
        <div className={classNames('pb-8', hasDeals && 'lg:grid lg:grid-cols-2 lg:items-start')}>
          <div className={classNames('min-w-0', hasDeals && 'lg:min-h-full lg:border-e lg:border-subtle')}>
            {mayWrite && <QuickTask />}
            <MyDaySections day={data} onToggle={toggle} onOpen={(task) => setOpenId(task.id)} />
            {data.more && <Link to={paths.tasks} className="mx-4 mt-3 inline-block rounded-sm text-sm text-accent-ink hover:underline">{t('more')}</Link>}
          </div>
          {hasDeals && deals?.(data.deals)}
        </div>
      )}
      <TaskPanel id={openId} onClose={() => setOpenId(null)} />
    </>
  );
}
