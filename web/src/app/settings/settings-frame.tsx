import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentInView } from '@/lib/use-current-in-view.js';
import { settingsGroups } from './settings-pages.js';

const linkClass = 'flex h-8 items-center rounded-control px-2 text-sm whitespace-nowrap text-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-ink touch:h-11';

/** The pages of the settings beside each other: a column, or a row to swipe on a phone. */
export function SettingsFrame() {
  const { t } = useTranslation('settings');
  const { pathname } = useLocation();
  const row = useCurrentInView<HTMLElement>(pathname);
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <nav ref={row} aria-label={t('title')} className="flex shrink-0 gap-1 overflow-x-auto border-subtle p-2 max-md:border-b md:w-48 md:flex-col md:overflow-y-auto md:border-e md:px-2 md:py-3">
        {settingsGroups.map(({ id, pages }) => (
          <div key={id} className="flex gap-1 md:mb-3 md:flex-col md:gap-0.5">
            <h2 className="px-2 pb-1 text-xs font-medium text-muted max-md:hidden">{t(`nav.${id}`)}</h2>
            {pages.map((page) => <Link key={page.id} to={page.to} className={linkClass}>{t(`nav.${page.id}`)}</Link>)}
          </div>
        ))}
      </nav>
      <div data-scroll-restoration-id="settings" className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto">
        <Outlet />
      </div>
    </div>
  );
}
