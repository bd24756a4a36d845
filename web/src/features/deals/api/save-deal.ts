import { api } from '@/lib/api/api-client.js';
import type { InputOf, Written } from '@/lib/api/api-types.js';
import { useRecordSave, type SaveFields } from '@/lib/records/use-record-save.js';
import type { Patch } from '@/lib/records/versioned.js';
import type { Deal } from '@/features/deals/deal.js';

type Body = InputOf<'patch', '/deals/{id}'>['body'];

export function sendDeal(id: string, version: number, patch: Patch): Promise<Written<Deal>> {
  return api.patch('/deals/{id}', { path: { id }, body: { ...(patch as Partial<Body>), version } });
}

export function useSaveDeal(): SaveFields<Deal> {
  return useRecordSave<Deal>('deal', sendDeal);
}
