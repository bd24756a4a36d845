import type { bin as en } from '@/locales/en/bin.js';
import type { Strings } from '@/locales/strings.js';

export const bin: Strings<typeof en> = {
  title: 'Papierkorb',
};
