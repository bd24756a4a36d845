import { queryOptions, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import { api } from '@/lib/api/api-client.js';
import { queryClient } from '@/lib/api/query-client.js';

export const sampleDataQuery = queryOptions({ queryKey: ['sample-data'], queryFn: ({ signal }) => api.get('/sample-data', { signal }) });

export function useLoadSampleData() {
  const { t } = useTranslation('onboarding');
  return useMutation({
    mutationFn: () => api.post('/sample-data'),
    onSuccess: () => finish(t('loaded')),
    onError: (error) => toast.problem(error),
  });
}

export function useRemoveSampleData() {
  const { t } = useTranslation('onboarding');
  return useMutation({
    mutationFn: () => api.delete('/sample-data'),
    onSuccess: () => finish(t('removed')),
    onError: (error) => toast.problem(error),
  });
}

/** Every list, board and record has changed. */
async function finish(text: string): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  toast.done(text);
}
