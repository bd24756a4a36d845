import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import { sessionQuery } from '@/lib/session/session.js';
import { queryClient } from '@/lib/api/query-client.js';

export const myDayQuery = queryOptions({
  queryKey: ['task', 'my-day'],
  queryFn: ({ signal }) => {
    const timeZone = queryClient.getQueryData(sessionQuery.queryKey)?.workspace.timeZone;
    return api.get('/my-day', { query: timeZone ? { timeZone } : {}, signal });
  },
});
