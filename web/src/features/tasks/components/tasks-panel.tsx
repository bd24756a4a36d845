import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelRecord } from '@/components/record-panels.js';
import { Button } from '@/components/ui/button.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { usePermission } from '@/lib/session/permissions.js';
import { useToggleTask } from '../api/complete-task.js';
import { tasksQuery } from '../api/tasks.js';
import { useTaskKeys } from '../hooks/use-task-keys.js';
import { QuickTask } from './quick-task.js';
import { TaskList } from './task-list.js';
import { TaskPanel } from './task-panel.js';

/** The tasks of a record: add one in a line, complete, open. */
export function TasksPanel({ record }: { record: PanelRecord }) {
  const { t } = useTranslation('tasks');
  const mayWrite = usePermission('records.write');
  const [openId, setOpenId] = useState<string | null>(null);
  const toggle = useToggleTask();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(tasksQuery({ linkedTo: `${record.kind}:${record.id}`, sort: '-status,dueDate' }));
  const tasks = data?.pages.flatMap((page) => page.items) ?? [];
  const open = (task: { id: string }) => setOpenId(task.id);
  useTaskKeys(tasks, { toggle, open });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div className="pb-6">
      {mayWrite && <QuickTask links={[{ kind: record.kind, id: record.id, label: record.title }]} />}
      {!data && <SkeletonRows rows={3} />}
      {data && tasks.length === 0 && <p className="px-4 py-6 text-center text-sm text-muted">{t('panelEmpty')}</p>}
      <TaskList label={t('list')} tasks={tasks} onToggle={toggle} onOpen={open} showAssignee recordId={record.id} />
      {hasNextPage && <div className="px-4 pt-3"><Button variant="ghost" size="sm" onPress={() => void fetchNextPage()}>{t('loadMore')}</Button></div>}
      <TaskPanel id={openId} onClose={() => setOpenId(null)} />
    </div>
  );
}
