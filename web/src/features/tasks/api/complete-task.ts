import { useMutation, type InfiniteData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import { queryClient } from '@/lib/api/query-client.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { ApiError } from '@/lib/api/api-error.js';
import { isolated } from '@/lib/isolated.js';
import type { Task } from '../task.js';
import { myDayQuery } from './my-day.js';
import { updateTask } from './save-task.js';

type TaskPages = InfiniteData<{ items: Task[] }>;

/** Done, or open again: shown at once, rolled back with a reason. */
export function useToggleTask(): (task: Task) => void {
  const { t } = useTranslation('tasks');
  const { mutate } = useMutation({
    mutationFn: (task: Task) => updateTask(task, { status: opposite(task) }),
    onMutate: (task) => show({ ...task, status: opposite(task) }),
    onSuccess: ({ changeSetId }, task) => toast.done(t(task.status === 'open' ? 'completed' : 'reopened', { subject: isolated(task.subject) }), changeSetId),
    onError: (error, task) => {
      show(error instanceof ApiError && isTask(error.current) ? error.current : task);
      toast.problem(error);
    },
  });
  return mutate;
}

function opposite(task: Task): Task['status'] {
  return task.status === 'open' ? 'done' : 'open';
}

function isTask(value: unknown): value is Task {
  return typeof value === 'object' && value !== null && 'subject' in value;
}

/** The new state in every list that shows the task; the lists are fetched again afterwards. */
function show(task: Task): void {
  const swap = (items: Task[]) => items.map((item) => (item.id === task.id ? task : item));
  queryClient.setQueriesData<TaskPages>({ queryKey: ['task', 'list'] }, (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: swap(page.items) })) });
  queryClient.setQueryData<Schemas['MyDay']>(myDayQuery.queryKey, (day) => day && { ...day, overdue: swap(day.overdue), dueToday: swap(day.dueToday), next: swap(day.next), doneToday: swap(day.doneToday) });
}
