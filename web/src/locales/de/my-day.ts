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
  noTasks: 'Heute ist keine Aufgabe fällig.',
  deals: {
    overdue: 'Deals über dem Termin',
    closing: 'Deals mit Abschluss in einer Woche',
    withoutNextStep: 'Deals ohne nächsten Schritt',
    standing: 'Deals, die zu lange stehen',
    all: 'Alle diese Deals ansehen',
    standingSince_one: '{{stage}} seit {{count}} Tag',
    standingSince_other: '{{stage}} seit {{count}} Tagen',
    nextStep: 'Nächster Schritt',
    setNextStep: 'Nächster Schritt von {{name}}',
    nextStepSet: 'Nächster Schritt von {{name}} gespeichert.',
    date: 'Datum',
    changeDate: 'Datum von {{name}}',
    dateSet: 'Datum von {{name}} geändert.',
    expectedClose: 'Erwarteter Abschluss',
    move: 'Verschieben',
    moveNamed: '{{name}} verschieben',
  },
  more: 'Es gibt noch mehr. Alle Aufgaben ansehen',
};
