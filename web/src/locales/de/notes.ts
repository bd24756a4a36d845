import type { notes as en } from '@/locales/en/notes.js';
import type { Strings } from '@/locales/strings.js';

export const notes: Strings<typeof en> = {
  title: 'Notizen',
};
