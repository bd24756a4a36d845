import type { companies as english } from '@/locales/en/companies.js';
import type { Strings } from '@/locales/strings.js';

export const companies: Strings<typeof english> = {
  title: 'Firmen',
  add: 'Firma hinzufügen',
  emptyTitle: 'Noch keine Firmen',
  emptyText: 'Zu einer Firma gehören ihre Kontakte, ihre Deals und alles, was vereinbart wurde.',
  addContact: 'Kontakt hinzufügen',
};
