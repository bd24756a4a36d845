import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { ConflictDialog } from '@/components/conflict-dialog.js';
import { ToastPlace } from '@/components/ui/toast.js';
import { QuickAddDialog } from '@/app/quick-add/quick-add-dialog.js';
import { setLanguage, currentLanguage, toLanguage } from '@/lib/i18n/i18n.js';
import { listenForShortcuts } from '@/lib/keyboard/listener.js';
import { startLiveUpdates } from '@/lib/live/live.js';
import { keepDeviceFormats } from '@/lib/session/keep-device-formats.js';
import { useSession } from '@/lib/session/session.js';
import { setTheme } from '@/lib/theme/theme.js';
import { AppShortcuts } from './app-shortcuts.js';
import { BottomBar } from './bottom-bar.js';
import { Drawer } from './drawer.js';
import { LazyLayers } from './lazy-layers.js';
import { Sidebar } from './sidebar.js';

/** The frame around every page behind the sign-in. Links and dates of the parts follow the app's router and language. */
export function Shell() {
  const router = useRouter();
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={i18n.language}>
      <RouterProvider navigate={(to) => void router.navigate({ href: to })}>
        <Frame />
      </RouterProvider>
    </I18nProvider>
  );
}

function Frame() {
  const { t } = useTranslation();
  const { user, workspace } = useSession();
  useUserChoices();
  useEffect(() => startLiveUpdates(), [user.id, workspace.id]);
  return (
    <div className="flex h-dvh flex-col overflow-hidden md:flex-row">
      <a href="#main" className="sr-only z-50 rounded-control bg-raised px-3 py-2 shadow-floating focus:not-sr-only focus:fixed focus:start-2 focus:top-2">{t('skipToContent')}</a>
      <Sidebar />
      <main id="main" tabIndex={-1} data-scroll-restoration-id="main" className="relative flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto bg-canvas mb-(--room-for-notices) outline-none">
        <Outlet />
      </main>
      <BottomBar />
      <Drawer />
      <QuickAddDialog />
      <LazyLayers />
      <AppShortcuts />
      <ConflictDialog />
      <ToastPlace />
    </div>
  );
}

/** Language, theme and shortcuts belong to the person, on every device. */
function useUserChoices(): void {
  const { user } = useSession();
  useEffect(() => keepDeviceFormats(user), [user]);
  useEffect(() => {
    setTheme(user.theme);
  }, [user.theme]);
  useEffect(() => {
    const language = toLanguage(user.locale);
    if (language !== currentLanguage()) void setLanguage(language);
  }, [user.locale]);
  useEffect(() => listenForShortcuts(() => user.shortcuts), [user.shortcuts]);
}
