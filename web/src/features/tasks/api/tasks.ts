import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import type { Filter } from '@/lib/filter/filter.js';

export interface TaskListParams {
  filter?: Filter;
  sort: string;
  /** "contact:<id>". */
  linkedTo?: string;
}

const PAGE = 50;

export const tasksQuery = (params: TaskListParams) =>
  infiniteQueryOptions({
    queryKey: ['task', 'list', params],
    queryFn: ({ pageParam, signal }) => api.get('/tasks', { query: { ...params, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const taskQuery = (id: string) => queryOptions({ queryKey: ['task', 'detail', id], queryFn: ({ signal }) => api.get('/tasks/{id}', { path: { id }, signal }) });
