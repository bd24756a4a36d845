import type { records as en } from '@/locales/en/records.js';
import type { Strings } from '@/locales/strings.js';

export const records: Strings<typeof en> = {
  title: 'Datensätze',
};
