import { useQueries } from '@tanstack/react-query';
import i18next from 'i18next';
import { api } from '@/lib/api/api-client.js';
import { ApiError } from '@/lib/api/api-error.js';

const none = new Map<string, string>();

/** Names for ids that come without them: in filters and in the history. */
export function useCompanyNames(ids: readonly string[]): Map<string, string> {
  return useQueries({
    queries: [...new Set(ids)].map((id) => ({
      queryKey: ['company', 'name', id],
      queryFn: async ({ signal }: { signal: AbortSignal }) => [id, await nameOf(id, signal)] as const,
      staleTime: 5 * 60_000,
    })),
    combine: (results) => (results.length === 0 ? none : new Map(results.flatMap(({ data }) => (data ? [data] : [])))),
  });
}

async function nameOf(id: string, signal: AbortSignal): Promise<string> {
  try {
    return (await api.get('/companies/{id}', { path: { id }, signal })).name;
  } catch (error) {
    if (error instanceof ApiError && error.notFound) return i18next.t('gone');
    throw error;
  }
}
