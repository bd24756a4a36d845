import { createRoute, redirect } from '@tanstack/react-router';
import { lazyPart } from '@/lib/code/lazy-part.js';
import { appRoute } from './app-route.js';
import { page } from './page.js';

const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  component: lazyPart(() => import('@/app/settings/settings-frame.js'), 'SettingsFrame'),
});

const start = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/profile' });
  },
});

export const settingsRoutes = settingsRoute.addChildren([
  start,
  page(settingsRoute, '/profile', () => import('@/features/settings/pages/profile-page.js'), 'ProfilePage'),
  page(settingsRoute, '/workspace', () => import('@/features/settings/pages/workspace-page.js'), 'WorkspacePage'),
  page(settingsRoute, '/members', () => import('@/features/settings/pages/members-page.js'), 'MembersPage'),
  page(settingsRoute, '/usage', () => import('@/features/settings/pages/usage-page.js'), 'UsagePage'),
  page(settingsRoute, '/pipelines', () => import('@/features/pipelines/pages/pipelines-page.js'), 'PipelinesPage'),
  page(settingsRoute, '/currencies', () => import('@/features/currencies/pages/currencies-page.js'), 'CurrenciesPage'),
  page(settingsRoute, '/lost-reasons', () => import('@/features/currencies/pages/lost-reasons-page.js'), 'LostReasonsPage'),
  page(settingsRoute, '/sample-data', () => import('@/features/onboarding/pages/sample-data-page.js'), 'SampleDataPage'),
]);
