import { useNavigate } from '@tanstack/react-router';
import { Building, Keyboard, Languages, LogOut, Monitor, Moon, Plus, Settings, Sun, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { forms } from '@/app/quick-add/forms.js';
import { openLayer } from '@/app/shell/layers.js';
import { navItems } from '@/app/shell/nav-items.js';
import { settingsPages } from '@/app/settings/settings-pages.js';
import { undoWithToast } from '@/components/ui/toast.js';
import { useSignOut } from '@/features/auth/api/sign-out.js';
import { useSaveTheme, useUpdateUser } from '@/features/settings/api/user.js';
import { openQuickAdd, requestHere, type QuickAddKind } from '@/lib/quick-add/quick-add.js';
import type { ShortcutId } from '@/lib/keyboard/shortcut-table.js';
import { languageNames, languages } from '@/lib/i18n/i18n.js';
import { useGoTo } from '@/lib/remembered-search.js';
import { usePermission } from '@/lib/session/permissions.js';
import { switchWorkspace, useSession } from '@/lib/session/session.js';
import { useCanUndo } from '@/lib/undo/undo.js';
import type { ActItem } from './palette-item.js';

const themes = [{ id: 'light', icon: Sun }, { id: 'dark', icon: Moon }, { id: 'system', icon: Monitor }] as const;

/** All that can be done from anywhere. */
export function useActs(): ActItem[] {
  return [...useAddActs(), ...useGoActs(), ...useChoiceActs(), ...useSessionActs()];
}

function useAddActs(): ActItem[] {
  const { t } = useTranslation('quickAdd');
  const { t: palette } = useTranslation('palette');
  const mayWrite = usePermission('records.write');
  const canUndo = useCanUndo();
  if (!mayWrite) return [];
  const here = requestHere();
  const add = (Object.keys(forms) as QuickAddKind[]).map((kind): ActItem => ({
    type: 'act', key: `add-${kind}`, title: t(`titles.${kind}`), icon: Plus, run: () => openQuickAdd(kind === here.kind ? here : { kind }), ...(kind === here.kind ? { shortcut: 'add' } : {}),
  }));
  const undo: ActItem = { type: 'act', key: 'undo', title: palette('undo'), icon: Undo2, shortcut: 'undo', run: () => void undoWithToast() };
  return canUndo ? [...add, undo] : add;
}

function useGoActs(): ActItem[] {
  const { t } = useTranslation('palette');
  const { t: shell } = useTranslation('shell');
  const { t: settings } = useTranslation('settings');
  const goTo = useGoTo();
  const go = (key: string, name: string, to: string, icon: ActItem['icon'], shortcut?: ShortcutId): ActItem => ({ type: 'act', key: `go-${key}`, title: t('goTo', { name }), icon, run: () => goTo(to), ...(shortcut ? { shortcut } : {}) });
  return [
    ...navItems.map(({ id, to, icon, shortcut }) => go(id, shell(`nav.${id}`), to, icon, shortcut)),
    ...settingsPages.map(({ id, to }) => go(`settings-${id}`, `${settings('title')}: ${settings(`nav.${id}`)}`, to, Settings)),
  ];
}

function useChoiceActs(): ActItem[] {
  const { t } = useTranslation('palette');
  const { t: shell } = useTranslation('shell');
  const saveTheme = useSaveTheme();
  const update = useUpdateUser();
  return [
    ...themes.map(({ id, icon }): ActItem => ({ type: 'act', key: `theme-${id}`, title: t('theme', { name: shell(`theme.${id}`) }), icon, run: () => saveTheme(id) })),
    ...languages.map((id): ActItem => ({ type: 'act', key: `language-${id}`, title: t('language', { name: languageNames[id] }), icon: Languages, run: () => update.mutate({ locale: id }) })),
    { type: 'act', key: 'help', title: t('shortcuts'), icon: Keyboard, shortcut: 'help', run: () => openLayer('help') },
  ];
}

function useSessionActs(): ActItem[] {
  const { t } = useTranslation('palette');
  const { workspace, workspaces } = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const others = workspaces.filter(({ id }) => id !== workspace.id);
  return [
    ...others.map(({ id, name }): ActItem => ({ type: 'act', key: `workspace-${id}`, title: t('workspace', { name }), icon: Building, run: () => void switchWorkspace(id).then(() => navigate({ to: '/my-day' })) })),
    { type: 'act', key: 'sign-out', title: t('signOut'), icon: LogOut, run: () => void signOut() },
  ];
}
