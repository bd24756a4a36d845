import type { myDay as en } from '@/locales/en/my-day.js';
import type { Strings } from '@/locales/strings.js';

export const myDay: Strings<typeof en> = {
  title: 'Mein Tag',
  overdue: 'Überfällig',
  today: 'Heute',
  next: 'Als Nächstes',
  noDate: 'Ohne Datum',
  doneToday: 'Heute erledigt',
  emptyTitle: 'Heute ist nichts zu tun',
  emptyText: 'Planen Sie den nächsten Schritt mit jemandem, damit nichts liegen bleibt.',
  allDone: 'Für heute ist alles erledigt.',
  more: 'Es gibt noch mehr. Alle Aufgaben ansehen',
};
