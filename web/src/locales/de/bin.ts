import type { bin as english } from '@/locales/en/bin.js';
import type { Strings } from '@/locales/strings.js';

export const bin: Strings<typeof english> = {
  title: 'Papierkorb',
  kind: 'Art des Eintrags',
  allKinds: 'Alles',
  kinds: { contact: 'Kontakte', company: 'Firmen', deal: 'Deals', task: 'Aufgaben', note: 'Notizen', pipeline: 'Pipelines' },
  deletedBy: 'gelöscht von {{who}}, {{when}}',
  restoreNamed: '{{name}} wiederherstellen',
  purge: 'Endgültig löschen',
  purgeNamed: '{{name}} endgültig löschen',
  purgeTitle: 'Endgültig löschen?',
  purgeText: 'Niemand kann das rückgängig machen.',
  purged: '{{name}} wurde endgültig gelöscht.',
  notesGo_one: 'Die Notiz dazu wird mitgelöscht.',
  notesGo_other: 'Die {{count}} Notizen dazu werden mitgelöscht.',
  staying: 'Was darauf verweist, bleibt ohne den Verweis: {{records}}.',
  counts: {
    contacts_one: '{{count}} Kontakt', contacts_other: '{{count}} Kontakte',
    deals_one: '{{count}} Deal', deals_other: '{{count}} Deals',
    tasks_one: '{{count}} Aufgabe', tasks_other: '{{count}} Aufgaben',
  },
  empty: 'Der Papierkorb ist leer',
  emptyKind: 'Nichts davon liegt im Papierkorb',
  emptyText: 'Was Sie löschen, wartet hier und lässt sich unverändert wiederherstellen.',
};
