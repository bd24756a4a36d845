import type { palette as en } from '@/locales/en/palette.js';
import type { Strings } from '@/locales/strings.js';

export const palette: Strings<typeof en> = {
  title: 'Suche und Befehle',
  placeholder: 'Personen, Firmen, Deals, Aufgaben suchen oder Befehl eingeben',
  results: 'Treffer',
  records: 'Einträge',
  acts: 'Befehle',
  recent: 'Zuletzt',
  nothing: 'Nichts gefunden zu „{{query}}“.',
  hint: 'Gesucht wird in Namen, E-Mails, Domains und Teilen von Telefonnummern.',
  goTo: 'Gehe zu {{name}}',
  theme: 'Darstellung: {{name}}',
  language: 'Sprache: {{name}}',
  workspace: 'Wechseln zu {{name}}',
  shortcuts: 'Tastenkürzel',
  undo: 'Letzte Änderung rückgängig machen',
  signOut: 'Abmelden',
};
