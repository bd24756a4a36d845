import type { shell as en } from '@/locales/en/shell.js';
import type { Strings } from '@/locales/strings.js';

export const shell: Strings<typeof en> = {
  nav: {
    label: 'Hauptmenü',
    myDay: 'Mein Tag',
    contacts: 'Kontakte',
    companies: 'Firmen',
    deals: 'Deals',
    tasks: 'Aufgaben',
    bin: 'Papierkorb',
    settings: 'Einstellungen',
    search: 'Suchen',
    add: 'Hinzufügen',
    more: 'Mehr',
    menu: 'Menü',
    fold: 'Seitenleiste einklappen',
    unfold: 'Seitenleiste ausklappen',
    openTasks_one: '{{count}} Aufgabe ist fällig',
    openTasks_other: '{{count}} Aufgaben sind fällig',
  },
  workspace: {
    label: 'Arbeitsbereich und Konto',
    switchTo: 'Arbeitsbereiche',
    account: 'Ihr Konto',
    keys: 'Tastenkürzel',
    theme: 'Darstellung',
    signOut: 'Abmelden',
  },
  theme: { light: 'Hell', dark: 'Dunkel', system: 'Wie das System' },
  help: {
    title: 'Tastenkürzel',
    off: 'Einzelne Buchstaben sind abgeschaltet.',
    offHint: 'Kombinationen mit {{modifier}} funktionieren weiter.',
    enable: 'Einzelne Buchstaben verwenden',
    groups: { go: 'Gehe zu', act: 'Tun', list: 'In einer Liste', record: 'Auf einem Datensatz', board: 'Auf einem Board', app: 'Überall' },
    closeLayer: 'Oberste Ebene schließen',
    help: 'Diese Hilfe',
    palette: 'Suchen und handeln',
    undo: 'Letzte Änderung rückgängig machen',
    quickAdd: 'Etwas hinzufügen',
  },
};
