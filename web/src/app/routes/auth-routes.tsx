import { createRoute, Outlet, redirect } from '@tanstack/react-router';
import { queryClient } from '@/lib/api/query-client.js';
import { lazyPart } from '@/lib/code/lazy-part.js';
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

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The token of the invitation whose link was opened. */
    invitation?: string;
  }
}

/** A token is taken out of the address before it is used: the history that browsers keep and share between devices shall not hold it. A reload finds it still. */
function openInvitation(invitation: string): never {
  throw redirect({ to: '/join', hash: '', state: { invitation }, replace: true });
}

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  beforeLoad: ({ location }) => {
    if (location.hash) openInvitation(location.hash);
  },
  component: lazyPart(() => import('@/features/auth/pages/invitation-page.js'), 'InvitationPage'),
});

/** Links of older releases. */
const oldJoinRoute = createRoute({ getParentRoute: () => rootRoute, path: '/join/$token', beforeLoad: ({ params }) => openInvitation(params.token) });

export const authRoutes = [
  guestRoute.addChildren([
    page(guestRoute, '/sign-in', () => import('@/features/auth/pages/sign-in-page.js'), 'SignInPage'),
    page(guestRoute, '/sign-up', () => import('@/features/auth/pages/sign-up-page.js'), 'SignUpPage'),
  ]),
  joinRoute,
  oldJoinRoute,
] as const;
