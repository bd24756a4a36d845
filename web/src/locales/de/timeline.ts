import type { timeline as en } from '@/locales/en/timeline.js';
import type { Strings } from '@/locales/strings.js';

export const timeline: Strings<typeof en> = {
  title: 'Verlauf',
};
