import type { auth as en } from '@/locales/en/auth.js';
import type { Strings } from '@/locales/strings.js';

export const auth: Strings<typeof en> = {
  tagline: 'Kunden, Deals und was als Nächstes kommt.',
  email: 'E-Mail',
  password: 'Passwort',
  name: 'Ihr Name',
  workspaceName: 'Name des Arbeitsbereichs',
  workspaceHint: 'Meist die Firma. Sie können ihn später ändern.',
  passwordHint: 'Mindestens 12 Zeichen. Einige Wörter hintereinander merken sich leicht.',
  showPassword: 'Passwort anzeigen',
  hidePassword: 'Passwort verbergen',
  signIn: { title: 'Anmelden', action: 'Anmelden', other: 'Neu hier?', otherAction: 'Registrieren', expired: 'Sie wurden abgemeldet. Melden Sie sich an, dann sind Sie wieder da, wo Sie waren.' },
  signUp: { title: 'Mit CRM-VISION anfangen', action: 'Registrieren', other: 'Schon ein Konto?', otherAction: 'Anmelden', taken: 'Diese E-Mail hat schon ein Konto.' },
  invitation: {
    title: '{{workspace}} beitreten',
    text: '{{name}} hat Sie als {{role}} eingeladen. Ihre E-Mail ist {{email}}.',
    join: '{{workspace}} beitreten',
    exists: 'Sie haben schon ein Konto: Geben Sie dessen Passwort ein.',
    gone: 'Diese Einladung gilt nicht mehr',
    goneText: 'Sie wurde benutzt, zurückgezogen oder ist abgelaufen. Bitten Sie um einen neuen Link.',
    toSignIn: 'Zur Anmeldung',
  },
  roles: { owner: 'Inhaber', admin: 'Verwalter', member: 'Mitglied', viewer: 'Leser' },
};
