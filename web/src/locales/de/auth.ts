import type { auth as en } from '@/locales/en/auth.js';
import type { Strings } from '@/locales/strings.js';

export const auth: Strings<typeof en> = {
  tagline: 'Kunden, Deals und was als Nächstes kommt.',
  email: 'E-Mail',
  password: 'Passwort',
  name: 'Ihr Name',
  workspaceName: 'Name des Arbeitsbereichs',
  workspaceHint: 'Meist die Firma. Sie können ihn später ändern.',
  passwordHint: 'Mindestens 12 Zeichen. Ein paar aneinandergereihte Wörter merkt man sich leicht.',
  strength: {
    weak: 'Leicht zu erraten.',
    unopposed: 'Lang genug. Ob es leicht zu erraten ist, wird beim Absenden noch einmal geprüft.',
    reasons: {
      short: 'Es müssen mindestens 12 Zeichen sein.',
      known: 'Es besteht aus Ihrem Namen, Ihrer E-Mail oder Ihrem Arbeitsbereich.',
      common: 'Übliche Wörter und Passwörter werden zuerst probiert.',
      dates: 'Daten und Jahre werden zuerst probiert.',
      keys: 'Tasten, die nebeneinander liegen, werden zuerst probiert.',
      repeats: 'Wiederholungen und Reihen bringen wenig.',
    },
  },
  showPassword: 'Passwort anzeigen',
  hidePassword: 'Passwort verbergen',
  signIn: { title: 'Anmelden', action: 'Anmelden', other: 'Neu hier?', otherAction: 'Registrieren', expired: 'Sie wurden abgemeldet. Melden Sie sich an, dann sind Sie wieder da, wo Sie waren.' },
  signUp: { title: 'Mit CRM-VISION starten', action: 'Registrieren', other: 'Schon ein Konto?', otherAction: 'Anmelden' },
  invitation: {
    title: '{{workspace}} beitreten',
    text: '{{name}} hat Sie als {{role}} eingeladen. Ihre E-Mail ist {{email}}.',
    join: '{{workspace}} beitreten',
    newcomer: 'Ich bin neu hier',
    known: 'Ich habe schon ein Konto',
    exists: 'Das Passwort Ihres Kontos mit dieser E-Mail.',
    gone: 'Diese Einladung gilt nicht mehr',
    goneText: 'Sie wurde benutzt, zurückgezogen oder ist abgelaufen. Bitten Sie um einen neuen Link.',
    toSignIn: 'Zur Anmeldung',
  },
  roles: { owner: 'Inhaber', admin: 'Administrator', member: 'Mitglied', viewer: 'Leser' },
};
