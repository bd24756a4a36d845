import { readEmail } from '@crm-vision/common/addresses';
import { invalidField } from '@crm-vision/common/errors';
import { checkFormat, checkTimeZone, formatNames, type PersonalFormats } from './personal-formats.js';
import { InvalidEmailError } from './user.errors.js';

export const themes = ['light', 'dark', 'system'] as const;

/** A person who signs in. */
export interface User extends PersonalFormats {
  id: string;
  email: string;
  name: string;
  locale: string;
  theme: string;
  shortcuts: boolean;
  /** IANA name; null: that of the workspace. */
  timeZone: string | null;
  version: number;
}

/** What a person may change about themselves. An empty text takes back what may be open. */
export type UserChange = Partial<Pick<User, 'name' | 'locale' | 'theme' | 'shortcuts'> & Record<keyof PersonalFormats | 'timeZone', string>>;

const NAME_MAX = 120;
/** BCP 47 as far as we use it: "en", "de-AT". */
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** How an email is kept and looked for: one mailbox has one spelling. What is no email is nobody's. */
export function normaliseEmail(email: string): string {
  return readEmail(email)?.ascii ?? email.trim().toLowerCase();
}

export function checkEmail(email: string): string {
  const read = readEmail(email);
  if (!read) throw new InvalidEmailError();
  return read.ascii;
}

/** A name of a person or a workspace: trimmed, one line. */
export function checkName(text: string, field: string): string {
  const name = text.normalize('NFC').trim();
  if (name === '') throw invalidField(field, 'Must not be empty.', 'REQUIRED');
  if ([...name].length > NAME_MAX) throw invalidField(field, `Must have at most ${NAME_MAX} characters.`, 'TOO_LONG');
  if (/\p{Cc}/u.test(name)) throw invalidField(field, 'Must not hold control characters.');
  return name;
}

export function checkLocale(locale: string): string {
  if (!LOCALE.test(locale)) throw invalidField('locale', 'Must be a BCP 47 language, such as "en".');
  return locale;
}

function checkTheme(theme: string): string {
  if (!themes.some((known) => known === theme)) throw invalidField('theme', 'Must be "light", "dark" or "system".');
  return theme;
}

/** The user after a change; what is not in it stays. */
export function changeUser(user: User, change: UserChange): User {
  return {
    ...user,
    ...(change.name !== undefined && { name: checkName(change.name, 'name') }),
    ...(change.locale !== undefined && { locale: checkLocale(change.locale) }),
    ...(change.theme !== undefined && { theme: checkTheme(change.theme) }),
    ...(change.shortcuts !== undefined && { shortcuts: change.shortcuts }),
    ...(change.timeZone !== undefined && { timeZone: change.timeZone === '' ? null : checkTimeZone(change.timeZone) }),
    ...changedFormats(change),
  };
}

function changedFormats(change: UserChange): Partial<PersonalFormats> {
  const changed: Partial<PersonalFormats> = {};
  for (const name of formatNames) if (change[name] !== undefined) changed[name] = checkFormat(name, change[name]);
  return changed;
}
