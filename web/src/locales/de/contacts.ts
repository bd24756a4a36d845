import type { contacts as english } from '@/locales/en/contacts.js';
import type { Strings } from '@/locales/strings.js';

export const contacts: Strings<typeof english> = {
  title: 'Kontakte',
  add: 'Kontakt hinzufügen',
  emptyTitle: 'Noch keine Kontakte',
  emptyText: 'Hier stehen die Menschen, an die Sie verkaufen: wie sie zu erreichen sind, was besprochen wurde, was als Nächstes kommt.',
  panelEmpty: 'Noch niemand.',
};
