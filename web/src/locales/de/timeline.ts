import type { timeline as english } from '@/locales/en/timeline.js';
import type { Strings } from '@/locales/strings.js';

export const timeline: Strings<typeof english> = {
  empty: 'Noch ist nichts passiert.',
  loadingMore: 'Lädt ältere Ereignisse',
  empty_value: 'leer',
  became: 'wurde zu',
  created_own: 'Angelegt',
  created: '{{kind}} <name/> angelegt',
  deleted_own: 'In den Papierkorb gelegt',
  deleted: '{{kind}} <name/> in den Papierkorb gelegt',
  restored_own: 'Aus dem Papierkorb geholt',
  restored: '{{kind}} <name/> wiederhergestellt',
  note: 'Notiz hinzugefügt',
  task_created: 'Aufgabe <name/> angelegt',
  task_created_due: 'Aufgabe <name/> angelegt, fällig {{due}}',
  task_completed: 'Aufgabe <name/> erledigt',
  deal_created: 'Deal <name/> angelegt',
  moved_own: 'Von {{from}} nach {{to}} verschoben',
  deal_moved: 'Deal <name/> von {{from}} nach {{to}} verschoben',
  deal_won: 'Deal <name/> gewonnen',
  deal_lost: 'Deal <name/> verloren',
  deal_lost_reason: 'Deal <name/> verloren: {{reason}}',
  deal_reopened: 'Deal <name/> wieder geöffnet',
};
