import type { contacts as en } from '@/locales/en/contacts.js';
import type { Strings } from '@/locales/strings.js';

export const contacts: Strings<typeof en> = {
  title: 'Kontakte',
};
