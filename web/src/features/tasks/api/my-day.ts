import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import { formats } from '@/lib/formats/formats.js';

export const myDayQuery = queryOptions({
  queryKey: ['task', 'my-day'],
  // The day that "today" means everywhere on the page, also while the server does not know the person's clock yet.
  queryFn: ({ signal }) => api.get('/my-day', { query: { timeZone: formats().timeZone }, signal }),
});
