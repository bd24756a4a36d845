import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider as AriaRouterProvider, I18nProvider } from 'react-aria-components';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/lib/api/query-client.js';
import { router } from './router.js';

export function App() {
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={i18n.language}>
      <AriaRouterProvider navigate={(to) => void router.navigate({ href: to })}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AriaRouterProvider>
    </I18nProvider>
  );
}
