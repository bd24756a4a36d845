import type { bin as english } from '@/locales/en/bin.js';
import type { Strings } from '@/locales/strings.js';

export const bin: Strings<typeof english> = {
  title: 'Papierkorb',
  kind: 'Art des Eintrags',
  allKinds: 'Alles',
  kinds: { contact: 'Kontakte', company: 'Firmen', deal: 'Deals', task: 'Aufgaben', note: 'Notizen', pipeline: 'Pipelines' },
  deletedBy: 'gelöscht von {{who}}, {{when}}',
  restoreNamed: '{{name}} wiederherstellen',
  empty: 'Der Papierkorb ist leer',
  emptyKind: 'Nichts davon liegt im Papierkorb',
  emptyText: 'Was Sie löschen, wartet hier und lässt sich unverändert wiederherstellen.',
};
