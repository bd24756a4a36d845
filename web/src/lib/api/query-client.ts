import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.js';

/**
 * Keys start with the kind of record: ['contact', 'list', params], ['contact', 'detail', id], ['deal', 'board', pipelineId], ['timeline', kind, id].
 * Live updates and Undo find by that first word what to fetch again.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 5 * 60_000,
      // The client itself has tried again where that helps.
      retry: false,
      // Asked also without a network: the answer "cannot be reached" is better than a screen that waits.
      networkMode: 'always',
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
      throwOnError: (error) => !(error instanceof ApiError),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
