import { api } from '@/lib/api/api-client.js';
import { queryClient } from '@/lib/api/query-client.js';
import { toBody, type Task, type TaskValues } from '../task.js';

type TaskChange = Partial<ReturnType<typeof toBody>> & { status?: Task['status'] };

export async function createTask(values: TaskValues, idempotencyKey: string) {
  const written = await api.post('/tasks', { body: toBody(values), idempotencyKey });
  refreshTasks();
  return written;
}

export async function updateTask(task: Pick<Task, 'id' | 'version'>, change: TaskChange) {
  const written = await api.patch('/tasks/{id}', { path: { id: task.id }, body: { version: task.version, ...change } });
  queryClient.setQueryData(['task', 'detail', task.id], written.data);
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
