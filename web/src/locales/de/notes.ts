import type { notes as english } from '@/locales/en/notes.js';
import type { Strings } from '@/locales/strings.js';

export const notes: Strings<typeof english> = {
  placeholder: 'Notiz schreiben … @ zum Erwähnen',
  text: 'Text der Notiz',
  save: 'Notiz speichern',
  added: 'Notiz gespeichert.',
  empty: 'Noch keine Notizen.',
  edited: 'bearbeitet',
  pin: 'Oben anheften',
  unpin: 'Lösen',
  isPinned: 'Angeheftet',
  pinned: 'Notiz angeheftet.',
  unpinned: 'Notiz gelöst.',
  acts: 'Aktionen für die Notiz von {{name}}',
  loadingMore: 'Lädt ältere Notizen',
  mention: 'Jemanden erwähnen',
  formatting: 'Formatierung',
  bold: 'Fett',
  italic: 'Kursiv',
  bullets: 'Aufzählung',
  numbers: 'Nummerierte Liste',
  link: 'Link',
  address: 'Adresse des Links',
};
