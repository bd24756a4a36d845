import { api } from '@/lib/api/api-client.js';
import type { Written } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { lostReasonsQuery } from '@/lib/sales/lost-reasons.js';

export interface ReasonDraft {
  id: string;
  isNew: boolean;
  name: string;
}

/** The whole list, in order. A reason that is missing is no longer offered. */
export async function saveLostReasons(drafts: readonly ReasonDraft[]): Promise<Written<unknown>> {
  const items = drafts.map(({ id, isNew, name }) => ({ ...(isNew ? {} : { id }), name: name.trim() }));
  const written = await api.put('/settings/lost-reasons', { body: { items } });
  await queryClient.invalidateQueries({ queryKey: lostReasonsQuery.queryKey });
  return written;
}
