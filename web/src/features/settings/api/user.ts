import { useMutation } from '@tanstack/react-query';
import { toast } from '@/components/ui/toast.js';
import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { sessionQuery } from '@/lib/session/session.js';
import { setTheme, themeChoice, type ThemeChoice } from '@/lib/theme/theme.js';

type UserChange = Partial<Pick<Schemas['User'], 'name' | 'locale' | 'theme' | 'shortcuts'>>;

/** Shows at once, and goes back with a reason when the server refuses. */
export function useUpdateUser() {
  return useMutation({
    mutationFn: async (change: UserChange) => (await api.patch('/user', { body: change })).data,
    onMutate: (change) => {
      const before = queryClient.getQueryData(sessionQuery.queryKey);
      remember(change);
      return before;
    },
    onSuccess: (user) => remember(user),
    onError: (error, _change, before) => {
      queryClient.setQueryData(sessionQuery.queryKey, before);
      toast.problem(error);
    },
  });
}

/** The theme is taken on at once; the frame would follow the session only after the next paint. */
export function useSaveTheme(): (theme: ThemeChoice) => void {
  const update = useUpdateUser();
  return (theme) => {
    const before = themeChoice();
    setTheme(theme);
    update.mutate({ theme }, { onError: () => setTheme(before) });
  };
}

function remember(change: UserChange): void {
  queryClient.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, user: { ...session.user, ...change } });
}
