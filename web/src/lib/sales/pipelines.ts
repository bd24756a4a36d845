import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';

export type Pipeline = Schemas['Pipeline'];
export type Stage = Schemas['Stage'];
export type StageType = Stage['type'];
export type RequiredField = Stage['requiredFields'][number];

const none: Pipeline[] = [];

export const pipelinesQuery = queryOptions({
  queryKey: ['pipeline', 'list'],
  queryFn: async ({ signal }) => (await api.get('/pipelines', { signal })).items,
  staleTime: 60_000,
});

export interface Pipelines {
  all: Pipeline[];
  /** The one named, else the default one. */
  byId: (id: string | null | undefined) => Pipeline | undefined;
  stage: (stageId: string | null | undefined) => Stage | undefined;
  isPending: boolean;
  error: unknown;
  refetch: () => void;
}

export function usePipelines(): Pipelines {
  const { data = none, isPending, error, refetch } = useQuery(pipelinesQuery);
  return useMemo(() => ({
    all: data,
    byId: (id) => data.find((pipeline) => pipeline.id === id) ?? data.find((pipeline) => pipeline.isDefault) ?? data[0],
    stage: (stageId) => data.flatMap((pipeline) => pipeline.stages).find((stage) => stage.id === stageId),
    isPending,
    error,
    refetch: () => void refetch(),
  }), [data, isPending, error, refetch]);
}
