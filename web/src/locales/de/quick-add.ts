import type { quickAdd as en } from '@/locales/en/quick-add.js';
import type { Strings } from '@/locales/strings.js';

export const quickAdd: Strings<typeof en> = {
  label: 'Hinzufügen',
  titles: { contact: 'Kontakt hinzufügen', company: 'Firma hinzufügen', deal: 'Deal hinzufügen', task: 'Aufgabe hinzufügen' },
  another: 'Weitere anlegen',
  added: '{{title}} hinzugefügt.',
  openIt: 'Öffnen',
};
