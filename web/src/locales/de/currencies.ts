import type { currencies as en } from '@/locales/en/currencies.js';
import type { Strings } from '@/locales/strings.js';

export const currencies: Strings<typeof en> = {
  title: 'Währungen',
  text: 'Summen auf dem Board erscheinen in der Währung des Arbeitsbereichs. Ein Betrag in einer anderen Währung zählt mit seinem Kurs von hier; ohne Kurs fehlt er in den Summen, und das Board sagt es.',
  default: 'Währung des Arbeitsbereichs',
  defaultHint: 'Die Umstellung ändert keinen Betrag. Prüfen Sie danach die Kurse.',
  rates: 'Kurse',
  rate: 'Ein {{currency}} in {{default}}',
  add: 'Währung hinzufügen',
  addText: 'Nach Kürzel oder Name suchen',
  noRates: 'Noch keine andere Währung. Fügen Sie eine hinzu, damit ihre Beträge in den Summen zählen.',
  rateNeeded: 'Schreiben Sie, was ein {{currency}} wert ist, etwa 1,0843.',
  saved: 'Währungen gespeichert',
  readOnly: 'Inhaber und Administratoren des Arbeitsbereichs können dies ändern.',
  reasons: {
    title: 'Gründe für Verluste',
    text: 'Sie werden in dieser Reihenfolge angeboten, wenn ein Deal als verloren vermerkt wird. Ein Grund, der von der Liste genommen wird, bleibt an den Deals, die ihn haben.',
    list: 'Gründe, der Reihe nach',
    name: 'Grund',
    add: 'Grund hinzufügen',
    placeholder: 'Zu teuer, kein Budget …',
    archive: '{{name}} von der Liste nehmen',
    restore: 'Wieder anbieten',
    archived: 'Nicht mehr angeboten',
    empty: 'Noch keine Gründe. Ohne sie schreibt jeder einen eigenen.',
    saved: 'Gründe gespeichert',
    nameNeeded: 'Schreiben Sie einen Namen.',
    lastOne: 'Mindestens ein Grund bleibt auf der Liste.',
  },
};
