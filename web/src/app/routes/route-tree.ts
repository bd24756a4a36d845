import { createRoute, redirect } from '@tanstack/react-router';
import { appRoute } from './app-route.js';
import { authRoutes } from './auth-routes.js';
import { page } from './page.js';
import { rootRoute } from './root-route.js';

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/my-day' });
  },
});

/** One line for each page. */
export const routeTree = rootRoute.addChildren([
  home,
  ...authRoutes,
  appRoute.addChildren([
    page(appRoute, '/my-day', () => import('@/features/my-day/pages/my-day-page.js'), 'MyDayPage'),
  ]),
]);
