import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';

export type Member = Schemas['Member'];

const nobody: Member[] = [];

export const membersQuery = queryOptions({
  queryKey: ['member', 'list'],
  queryFn: async () => (await api.get('/members', { query: { includeRemoved: 'true' } })).items,
  staleTime: 5 * 60_000,
});

/** The people of the workspace; those who left stay nameable. */
export function useMembers(): { active: Member[]; byId: (id: string | null | undefined) => Member | undefined } {
  const { data = nobody } = useQuery(membersQuery);
  return {
    active: data.filter((member) => member.status === 'active'),
    byId: (id) => (id ? data.find((member) => member.userId === id) : undefined),
  };
}
