import { createRoute, redirect } from '@tanstack/react-router';
import { mayBeSignedIn } from '@/lib/session/session.js';
import { appRoute } from './app-route.js';
import { authRoutes } from './auth-routes.js';
import { page } from './page.js';
import { rootRoute } from './root-route.js';
import { settingsRoutes } from './settings-routes.js';

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect(mayBeSignedIn() ? { to: '/my-day' } : { to: '/sign-in', search: {} });
  },
});

/** One line for each page. */
export const routeTree = rootRoute.addChildren([
  home,
  ...authRoutes,
  appRoute.addChildren([
    page(appRoute, '/my-day', () => import('@/app/my-day/my-day.js'), 'MyDay'),
    page(appRoute, '/contacts', () => import('@/features/contacts/pages/contacts-page.js'), 'ContactsPage'),
    page(appRoute, '/contacts/$id', () => import('@/app/record-pages/contact.js'), 'Contact'),
    page(appRoute, '/companies', () => import('@/features/companies/pages/companies-page.js'), 'CompaniesPage'),
    page(appRoute, '/companies/$id', () => import('@/app/record-pages/company.js'), 'Company'),
    page(appRoute, '/deals', () => import('@/features/deals/pages/deals-page.js'), 'DealsPage'),
    page(appRoute, '/deals/$id', () => import('@/app/record-pages/deal.js'), 'Deal'),
    page(appRoute, '/tasks', () => import('@/features/tasks/pages/tasks-page.js'), 'TasksPage'),
    page(appRoute, '/bin', () => import('@/features/bin/pages/bin-page.js'), 'BinPage'),
    settingsRoutes,
  ]),
]);
