import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown, Keyboard, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { Avatar } from '@/components/ui/avatar.js';
import { Menu, type MenuGroup } from '@/components/ui/menu.js';
import { paths } from '@/config/paths.js';
import { useSignOut } from '@/features/auth/api/sign-out.js';
import { useSaveTheme } from '@/features/settings/api/user.js';
import { classNames } from '@/lib/class-names.js';
import { switchWorkspace, useSession } from '@/lib/session/session.js';
import { useTheme, type ThemeChoice } from '@/lib/theme/theme.js';
import { openLayer } from './layers.js';

const themes: { id: ThemeChoice; icon: typeof Sun }[] = [{ id: 'light', icon: Sun }, { id: 'dark', icon: Moon }, { id: 'system', icon: Monitor }];

/** The name of the workspace; behind it the others, the account and the way out. */
export function AccountMenu({ folded = false }: { folded?: boolean }) {
  const { t } = useTranslation('shell');
  const { workspace } = useSession();
  const trigger = (
    <Button aria-label={`${t('workspace.label')}: ${workspace.name}`} className={classNames('flex h-9 min-w-0 items-center gap-2 rounded-control px-1.5 text-sm font-semibold hover:bg-hover aria-expanded:bg-hover touch:h-11', !folded && 'flex-1')}>
      <Avatar id={workspace.id} name={workspace.name} shape="company" />
      {!folded && <span dir="auto" className="min-w-0 flex-1 truncate text-start">{workspace.name}</span>}
      {!folded && <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />}
    </Button>
  );
  return <Menu trigger={trigger} label={t('workspace.label')} groups={useGroups()} />;
}

function useGroups(): MenuGroup[] {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const signOut = useSignOut();
  const saveTheme = useSaveTheme();
  const theme = useTheme();
  const { user, workspace, workspaces } = useSession();
  const others: MenuGroup = {
    id: 'workspaces',
    title: t('workspace.switchTo'),
    items: workspaces.map(({ id, name }) => ({
      id,
      label: name,
      isSelected: id === workspace.id,
      start: <Avatar id={id} name={name} size="sm" shape="company" />,
      onAction: () => void switchWorkspace(id).then(() => navigate({ to: paths.myDay })),
    })),
  };
  return [
    ...(workspaces.length > 1 ? [others] : []),
    {
      id: 'account',
      title: user.email,
      items: [
        { id: 'profile', label: t('workspace.account'), icon: Settings, onAction: () => void navigate({ to: paths.settings }) },
        { id: 'keys', label: t('workspace.keys'), icon: Keyboard, shortcut: 'help', onAction: () => openLayer('help') },
      ],
    },
    { id: 'theme', title: t('workspace.theme'), items: themes.map(({ id, icon }) => ({ id, icon, label: t(`theme.${id}`), isSelected: theme === id, onAction: () => saveTheme(id) })) },
    { id: 'leave', items: [{ id: 'sign-out', label: t('workspace.signOut'), icon: LogOut, onAction: () => void signOut() }] },
  ];
}
