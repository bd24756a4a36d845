import { useRouter } from '@tanstack/react-router';
import { paths } from '@/config/paths.js';
import { setLanguage, toLanguage } from '@/lib/i18n/i18n.js';
import { startSession } from '@/lib/session/session.js';

/** After signing in, up or joining: in the person's language, to where they were heading. */
export function useEnter(): (options?: { workspaceId?: string; next?: string | undefined }) => Promise<void> {
  const router = useRouter();
  return async ({ workspaceId, next } = {}) => {
    const session = await startSession(workspaceId);
    if (session) await setLanguage(toLanguage(session.user.locale));
    router.history.push(next ?? paths.myDay);
  };
}
