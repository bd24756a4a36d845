import { Building2, Contact, Handshake, ListTodo, Settings, Sun, Trash2, type LucideIcon } from 'lucide-react';
import { paths } from '@/config/paths.js';

export interface NavItem {
  id: 'myDay' | 'contacts' | 'companies' | 'deals' | 'tasks' | 'bin' | 'settings';
  to: string;
  icon: LucideIcon;
  /** Goes there from anywhere. */
  keys?: string;
}

export const mainItems: readonly NavItem[] = [
  { id: 'myDay', to: paths.myDay, icon: Sun, keys: 'g m' },
  { id: 'contacts', to: paths.contacts, icon: Contact, keys: 'g c' },
  { id: 'companies', to: paths.companies, icon: Building2, keys: 'g o' },
  { id: 'deals', to: paths.deals, icon: Handshake, keys: 'g d' },
  { id: 'tasks', to: paths.tasks, icon: ListTodo, keys: 'g t' },
];

export const endItems: readonly NavItem[] = [
  { id: 'bin', to: paths.bin, icon: Trash2 },
  { id: 'settings', to: paths.settings, icon: Settings },
];

export const navItems = [...mainItems, ...endItems];
