import { createRoute, redirect } from '@tanstack/react-router';
import { queryClient } from '@/lib/api/query-client.js';
import { lazyPart } from '@/lib/code/lazy-part.js';
import { loadAppStrings } from '@/lib/i18n/i18n.js';
import { sessionQuery } from '@/lib/session/session.js';
import { rootRoute } from './root-route.js';
import { listSearch } from './list-search.js';

/** Everything behind the sign-in, inside the frame. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  validateSearch: listSearch,
  beforeLoad: async ({ location }) => {
    const [session] = await Promise.all([queryClient.ensureQueryData(sessionQuery), loadAppStrings()]);
    if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: lazyPart(() => import('@/app/shell/shell.js'), 'Shell'),
});
