import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';

export type QuotaUse = Schemas['QuotaUse'];

export const usageQuery = queryOptions({ queryKey: ['usage'], queryFn: ({ signal }) => api.get('/settings/usage', { signal }) });
