import { useRouter } from '@tanstack/react-router';
import { paths } from '@/config/paths.js';
import { currentLanguage, setLanguage, toLanguage } from '@/lib/i18n/i18n.js';
import { startSession } from '@/lib/session/session.js';
import { updateUser } from '@/lib/session/update-user.js';

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
    if (session && isNew && toLanguage(session.user.locale) !== currentLanguage()) await updateUser({ locale: currentLanguage() });
    else if (session) await setLanguage(toLanguage(session.user.locale));
    router.history.push(next ?? paths.myDay);
  };
}
