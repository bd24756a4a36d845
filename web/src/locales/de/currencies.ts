import type { currencies as en } from '@/locales/en/currencies.js';
import type { Strings } from '@/locales/strings.js';

export const currencies: Strings<typeof en> = {
  title: 'Währungen',
};
