import type { deals as en } from '@/locales/en/deals.js';
import type { Strings } from '@/locales/strings.js';

export const deals: Strings<typeof en> = {
  title: 'Deals',
};
