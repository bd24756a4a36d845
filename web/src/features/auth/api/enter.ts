import { useRouter } from '@tanstack/react-router';
import { paths } from '@/config/paths.js';
import { api } from '@/lib/api/api-client.js';
import { queryClient } from '@/lib/api/query-client.js';
import { currentLanguage, setLanguage, toLanguage } from '@/lib/i18n/i18n.js';
import { sessionQuery, startSession } from '@/lib/session/session.js';

interface Entry {
  workspaceId?: string;
  next?: string | undefined;
  /** Somebody new: the language that they read so far is theirs. */
  isNew?: boolean;
}

/** After signing in, up or joining: in the person's language, to where they were heading. */
export function useEnter(): (options?: Entry) => Promise<void> {
  const router = useRouter();
  return async ({ workspaceId, next, isNew = false } = {}) => {
    const session = await startSession(workspaceId);
    if (session && isNew && toLanguage(session.user.locale) !== currentLanguage()) await keepLanguage();
    else if (session) await setLanguage(toLanguage(session.user.locale));
    router.history.push(next ?? paths.myDay);
  };
}

async function keepLanguage(): Promise<void> {
  const { data: user } = await api.patch('/user', { body: { locale: currentLanguage() } });
  queryClient.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, user });
}
