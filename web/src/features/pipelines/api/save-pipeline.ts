import { api } from '@/lib/api/api-client.js';
import type { InputOf, Written } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import type { Pipeline } from '@/lib/sales/pipelines.js';

export type PipelineChange = Omit<InputOf<'patch', '/pipelines/{id}'>['body'], 'version'>;

export function createPipeline(name: string, idempotencyKey: string): Promise<Written<Pipeline>> {
  return refreshed(api.post('/pipelines', { body: { name }, idempotencyKey }));
}

export function updatePipeline(id: string, version: number, change: PipelineChange): Promise<Written<Pipeline>> {
  return refreshed(api.patch('/pipelines/{id}', { path: { id }, body: { ...change, version } }));
}

export function deletePipeline(id: string): Promise<Written<void>> {
  return refreshed(api.delete('/pipelines/{id}', { path: { id } }));
}

/** Boards and stages of deals follow. */
async function refreshed<T>(written: Promise<T>): Promise<T> {
  try {
    return await written;
  } finally {
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['pipeline', 'deal', 'bin'].includes(String(queryKey[0])) });
  }
}
