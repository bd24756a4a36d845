import { createRoute, Outlet, redirect } from '@tanstack/react-router';
import { queryClient } from '@/lib/api/query-client.js';
import { ownPath } from '@/lib/own-path.js';
import { mayBeSignedIn, sessionQuery } from '@/lib/session/session.js';
import { page } from './page.js';
import { rootRoute } from './root-route.js';

export interface GuestSearch {
  /** Where to go afterwards: an address of our own. */
  next?: string | undefined;
  /** The session ended under the person. */
  expired?: true | undefined;
}

/** Both are always named: what a route leaves out stays as it stands in the address, unchecked. */
function guestSearch({ next, expired }: Record<string, unknown>): GuestSearch {
  return { next: ownPath(next), expired: expired === true || undefined };
}

/** Signing in and up; whoever is signed in already goes on to where they were heading. */
const guestRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'guest',
  validateSearch: guestSearch,
  beforeLoad: async ({ search }) => {
    if (!mayBeSignedIn()) return;
    const session = await queryClient.ensureQueryData(sessionQuery).catch(() => null);
    if (session) throw redirect({ href: search.next ?? '/my-day' });
  },
  component: Outlet,
});

export const authRoutes = [
  guestRoute.addChildren([
    page(guestRoute, '/sign-in', () => import('@/features/auth/pages/sign-in-page.js'), 'SignInPage'),
    page(guestRoute, '/sign-up', () => import('@/features/auth/pages/sign-up-page.js'), 'SignUpPage'),
  ]),
  page(rootRoute, '/join/$token', () => import('@/features/auth/pages/invitation-page.js'), 'InvitationPage'),
] as const;
