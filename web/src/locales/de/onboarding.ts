import type { onboarding as en } from '@/locales/en/onboarding.js';
import type { Strings } from '@/locales/strings.js';

export const onboarding: Strings<typeof en> = {
  title: 'Willkommen, {{name}}',
  text: 'Ihr Arbeitsbereich ist bereit. So können Sie anfangen:',
  currency: 'Summen stehen in {{currency}}.',
  addContact: 'Kontakt hinzufügen',
  addContactText: 'Jemand, mit dem Sie sprechen. Firma und Deals folgen.',
  loadSample: 'Beispieldaten laden',
  loadSampleText: '60 Firmen, 200 Kontakte, 90 Deals und Aufgaben rund um heute. Jederzeit wieder zu entfernen.',
  loading: 'Beispieldaten werden geladen…',
  loaded: 'Beispieldaten geladen.',
  removed: 'Beispieldaten entfernt.',
};
