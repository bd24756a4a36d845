import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Focusable } from 'react-aria-components';
import { Tooltip } from '@/components/ui/tooltip.js';
import { classNames } from '@/lib/class-names.js';
import { useRememberedSearch } from '@/lib/remembered-search.js';
import type { NavItem } from './nav-items.js';

const look =
  'group flex h-8 items-center gap-2.5 rounded-control px-2 text-sm text-muted transition-colors hover:bg-hover hover:text-ink ' +
  'aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-ink touch:h-11';

export function NavLink({ item, folded = false, count, countLabel, onGo }: { item: NavItem; folded?: boolean; count?: number; countLabel?: string; onGo?: () => void }) {
  const { t } = useTranslation('shell');
  const name = t(`nav.${item.id}`);
  const here = useIsHere(item);
  const search = useRememberedSearch(item.to);
  const Icon = item.icon;
  const link = (
    <Link to={item.to} search={search} activeProps={{}} {...(here ? { 'aria-current': 'page' as const } : {})} onClick={onGo} className={classNames(look, folded && 'justify-center px-0')} {...(folded ? { 'aria-label': name } : {})}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {!folded && <span className="min-w-0 flex-1 truncate">{name}</span>}
      {!folded && count !== undefined && count > 0 && (
        <span className="text-xs font-medium text-muted tabular">
          <span aria-hidden>{count}</span>
          <span className="sr-only">{countLabel}</span>
        </span>
      )}
    </Link>
  );
  if (!folded) return link;
  return (
    <Tooltip text={name} placement="end" {...(item.shortcut ? { shortcut: item.shortcut } : {})}>
      <Focusable>{link}</Focusable>
    </Tooltip>
  );
}

/** Also on the pages below: a contact belongs to Contacts, each page of the settings to Settings. */
function useIsHere(item: NavItem): boolean {
  const root = `/${item.to.split('/')[1] ?? ''}`;
  return useRouterState({ select: ({ location }) => location.pathname === root || location.pathname.startsWith(`${root}/`) });
}
