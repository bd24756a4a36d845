import { createRouter } from '@tanstack/react-router';
import { signedOut } from '@/lib/api/api-context.js';
import { endSession } from '@/lib/session/session.js';
import { PageError } from './page-states/page-error.js';
import { PageNotFound } from './page-states/page-not-found.js';
import { PagePending } from './page-states/page-pending.js';
import { routeTree } from './routes/route-tree.js';

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultPendingMinMs: 0,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: PageNotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The session ended under the person: sign in again, and come back to the same place. */
signedOut.on(() => {
  const { pathname, href } = router.state.location;
  if (pathname.startsWith('/sign-') || pathname === '/join') return;
  endSession();
  void router.navigate({ to: '/sign-in', search: { next: href, expired: true } });
});
