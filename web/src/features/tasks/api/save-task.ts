import { api } from '@/lib/api/api-client.js';
import { queryClient } from '@/lib/api/query-client.js';
import { askConflict } from '@/lib/records/conflict-question.js';
import { saveRecord } from '@/lib/records/save-record.js';
import { toBody, type Task, type TaskValues } from '../task.js';

type TaskChange = Partial<ReturnType<typeof toBody>> & { status?: Task['status'] };

export async function createTask(values: TaskValues, idempotencyKey: string) {
  const written = await api.post('/tasks', { body: toBody(values), idempotencyKey });
  refreshTasks();
  return written;
}

/** `base` is the task as it was when the person began: what somebody else changed since in the same field asks which stays. */
export async function updateTask(base: Task, change: TaskChange) {
  const written = await saveRecord<Task>({
    base,
    patch: change,
    send: (version, patch) => api.patch('/tasks/{id}', { path: { id: base.id }, body: { ...patch, version } }),
    ask: (conflicts, current) => askConflict(conflicts, current.updatedBy),
  });
  queryClient.setQueryData(['task', 'detail', base.id], written.data);
  refreshTasks();
  return written;
}

export async function deleteTask(id: string) {
  const written = await api.delete('/tasks/{id}', { path: { id } });
  refreshTasks();
  return written;
}

/** Lists, My day, the timelines of the linked records. */
function refreshTasks(): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['task', 'timeline', 'bin'].includes(String(queryKey[0])) });
}
