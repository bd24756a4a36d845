import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider, type AnyRouter, type RouteComponent } from '@tanstack/react-router';
import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import i18next from 'i18next';

import { ConflictDialog } from '@/components/conflict-dialog.js';
import { ToastPlace } from '@/components/ui/toast.js';
import { queryClient } from '@/lib/api/query-client.js';
import { loadAppStrings, startI18n } from '@/lib/i18n/i18n.js';
import { listenForShortcuts } from '@/lib/keyboard/listener.js';
import './browser-parts.js';
import { aMember, aSession } from './factories.js';
import { serve } from './serve.js';

interface PageOptions {
  /** "/contacts/$id": where the page lives. */
  path: string;
  /** "/contacts/1?tab=notes": where the person goes. */
  at: string;
}

interface RenderedPage extends RenderResult {
  user: UserEvent;
  router: AnyRouter;
}

/** A page as a signed-in person sees it, at an address, with what stands around every page. */
export async function renderPage(Page: RouteComponent, { path, at }: PageOptions): Promise<RenderedPage> {
  queryClient.clear();
  localStorage.clear();
  sessionStorage.clear();
  if (!i18next.isInitialized) await startI18n();
  await loadAppStrings();
  window.matchMedia = (media) => Object.assign(new EventTarget(), { media, matches: media.includes('min-width'), onchange: null, addListener: () => undefined, removeListener: () => undefined });
  const session = aSession();
  serve({ 'GET /session': () => ({ body: session }), 'GET /members': () => ({ body: { items: [aMember()] } }) });
  queryClient.setQueryData(['session'], session);
  const root = createRootRoute({ component: Frame });
  const page = createRoute({ getParentRoute: () => root, path, component: Page });
  const elsewhere = createRoute({ getParentRoute: () => root, path: '$', component: () => <p>Elsewhere</p> });
  const router = createRouter({ routeTree: root.addChildren([page, elsewhere]), history: createMemoryHistory({ initialEntries: [at] }) });
  await router.load();
  const stop = listenForShortcuts(() => true);
  const view = render(<QueryClientProvider client={queryClient}><RouterProvider router={router as never} /></QueryClientProvider>);
  return { ...view, user: userEvent.setup(), router, unmount: () => { stop(); view.unmount(); } };
}

function Frame() {
  return (
    <>
      <main><Outlet /></main>
      <ConflictDialog />
      <ToastPlace />
    </>
  );
}
