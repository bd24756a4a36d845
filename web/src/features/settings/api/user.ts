import { useMutation } from '@tanstack/react-query';
import { toast } from '@/components/ui/toast.js';
import { queryClient } from '@/lib/api/query-client.js';
import { sessionQuery } from '@/lib/session/session.js';
import { rememberUser, updateUser, type UserChange } from '@/lib/session/update-user.js';
import { setTheme, themeChoice, type ThemeChoice } from '@/lib/theme/theme.js';

/** Shows at once, and goes back with a reason when the server refuses. */
export function useUpdateUser() {
  return useMutation({
    mutationFn: updateUser,
    onMutate: (change: UserChange) => {
      const before = queryClient.getQueryData(sessionQuery.queryKey);
      rememberUser(change);
      return before;
    },
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
