import { createRootRoute, Outlet } from '@tanstack/react-router';
import { FocusOnNavigation } from '@/app/shell/focus-on-navigation.js';

export const rootRoute = createRootRoute({
  component: () => (
    <>
      <FocusOnNavigation />
      <Outlet />
    </>
  ),
});
