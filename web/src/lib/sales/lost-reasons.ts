import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';

export type LostReason = Schemas['LostReason'];

const none: LostReason[] = [];

/** With the archived ones, so that old deals keep the name of their reason. */
export const lostReasonsQuery = queryOptions({
  queryKey: ['lost-reasons'],
  queryFn: async ({ signal }) => (await api.get('/settings/lost-reasons', { query: { includeArchived: 'true' }, signal })).items,
  staleTime: 5 * 60_000,
});

export function useLostReasons(): { all: LostReason[]; offered: LostReason[]; byId: (id: string | null | undefined) => LostReason | undefined } {
  const { data = none } = useQuery(lostReasonsQuery);
  return useMemo(() => ({
    all: data,
    offered: data.filter((reason) => !reason.archived),
    byId: (id) => data.find((reason) => reason.id === id),
  }), [data]);
}
