import { queryOptions, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import { api } from '@/lib/api/api-client.js';
import { queryClient } from '@/lib/api/query-client.js';

export const devicesQuery = queryOptions({ queryKey: ['device', 'list'], queryFn: ({ signal }) => api.get('/sessions', { signal }) });

export function useSignOutDevice() {
  const { t } = useTranslation('settings');
  return useMutation({
    mutationFn: (id: string) => api.delete('/sessions/{id}', { path: { id } }),
    onSuccess: () => toast.done(t('profile.signedOutDevice')),
    onError: (error) => toast.problem(error),
    onSettled: () => queryClient.invalidateQueries(devicesQuery),
  });
}
