import type { companies as en } from '@/locales/en/companies.js';
import type { Strings } from '@/locales/strings.js';

export const companies: Strings<typeof en> = {
  title: 'Firmen',
};
