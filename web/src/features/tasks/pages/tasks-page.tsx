import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ListTodo, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { Button } from '@/components/ui/button.js';
import { EmptyState } from '@/components/ui/empty-state.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { openQuickAdd } from '@/lib/quick-add/quick-add.js';
import { usePermission } from '@/lib/session/permissions.js';
import { useToggleTask } from '../api/complete-task.js';
import { tasksQuery } from '../api/tasks.js';
import { QuickTask } from '../components/quick-task.js';
import { TaskList } from '../components/task-list.js';
import { TaskPanel } from '../components/task-panel.js';
import { TaskViewBar } from '../components/task-view-bar.js';
import { useTaskKeys } from '../hooks/use-task-keys.js';
import { useTaskView, type TaskView } from '../hooks/use-task-view.js';

export function TasksPage() {
  const { t } = useTranslation('tasks');
  const view = useTaskView();
  const mayWrite = usePermission('records.write');
  return (
    <>
      <PageHeader title={t('title')}>
        {mayWrite && <Button variant="primary" icon={Plus} onPress={() => openQuickAdd({ kind: 'task' })}>{t('add')}</Button>}
      </PageHeader>
      <TaskViewBar view={view} />
      <Tasks view={view} />
      <TaskPanel id={view.peek} onClose={() => view.change({ peek: null })} />
    </>
  );
}

function Tasks({ view }: { view: TaskView }) {
  const { t } = useTranslation('tasks');
  const mayWrite = usePermission('records.write');
  const toggle = useToggleTask();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({ ...tasksQuery(view.params), placeholderData: keepPreviousData });
  const tasks = data?.pages.flatMap((page) => page.items) ?? [];
  const open = (task: { id: string }) => view.change({ peek: task.id });
  useTaskKeys(tasks, { toggle, open });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows />;
  if (tasks.length === 0) return <NoTasks view={view} />;
  return (
    <div className="pb-8">
      {mayWrite && <QuickTask />}
      <TaskList label={t('list')} tasks={tasks} onToggle={toggle} onOpen={open} showAssignee={view.whose === 'everybody'} />
      {hasNextPage && <div className="p-4"><Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('loadMore')}</Button></div>}
    </div>
  );
}

function NoTasks({ view }: { view: TaskView }) {
  const { t } = useTranslation('tasks');
  const mayWrite = usePermission('records.write');
  const showsAll = view.show === 'all' && view.whose === 'everybody';
  const action = (
    <>
      {!showsAll && <Button onPress={() => view.change({ show: 'all', whose: 'everybody' })}>{t('showAll')}</Button>}
      {mayWrite && <Button variant="primary" icon={Plus} onPress={() => openQuickAdd({ kind: 'task' })}>{t('add')}</Button>}
    </>
  );
  return <EmptyState icon={ListTodo} title={t('emptyTitle')} action={action}>{t(showsAll || view.isDefault ? 'emptyText' : 'emptyFilteredText')}</EmptyState>;
}
