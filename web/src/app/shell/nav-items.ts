import { Building2, Contact, Handshake, ListTodo, Settings, Sun, Trash2, type LucideIcon } from 'lucide-react';
import { paths } from '@/config/paths.js';
import type { ShortcutId } from '@/lib/keyboard/shortcut-table.js';

export interface NavItem {
  id: 'myDay' | 'contacts' | 'companies' | 'deals' | 'tasks' | 'bin' | 'settings';
  to: string;
  icon: LucideIcon;
  /** Goes there from anywhere. */
  shortcut?: ShortcutId;
}

export const mainItems: readonly NavItem[] = [
  { id: 'myDay', to: paths.myDay, icon: Sun, shortcut: 'goMyDay' },
  { id: 'contacts', to: paths.contacts, icon: Contact, shortcut: 'goContacts' },
  { id: 'companies', to: paths.companies, icon: Building2, shortcut: 'goCompanies' },
  { id: 'deals', to: paths.deals, icon: Handshake, shortcut: 'goDeals' },
  { id: 'tasks', to: paths.tasks, icon: ListTodo, shortcut: 'goTasks' },
];

export const endItems: readonly NavItem[] = [
  { id: 'bin', to: paths.bin, icon: Trash2 },
  { id: 'settings', to: paths.settings, icon: Settings },
];

export const navItems = [...mainItems, ...endItems];
