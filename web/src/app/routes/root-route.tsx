import { createRootRoute, Outlet } from '@tanstack/react-router';
import { ConnectionBar } from '@/app/connection-bar.js';
import { FocusOnNavigation } from '@/app/shell/focus-on-navigation.js';

export const rootRoute = createRootRoute({
  component: () => (
    <>
      <FocusOnNavigation />
      <ConnectionBar />
      <Outlet />
    </>
  ),
});
