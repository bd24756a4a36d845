import { PasswordTooCommonError, PasswordTooShortError } from './password.errors.js';

/** NIST SP 800-63B: length instead of composition rules, and a list of what everybody tries. */
const MIN_LENGTH = 12;

const COMMON = [
  'password', 'passwort', 'qwerty', 'qwertz', 'letmein', 'welcome', 'iloveyou', 'football', 'baseball', 'dragon', 'monkey', 'master', 'sunshine', 'princess', 'superman',
  'administrator', 'changeme', 'trustno1', 'starwars', 'whatever', 'correcthorsebatterystaple', 'asdfghjkl', 'zxcvbnm', 'abcdefghijkl', '1q2w3e4r',
];

/** Letters and digits of the password with the usual substitutions taken back. */
function plain(password: string): string {
  return password.toLowerCase().replaceAll('0', 'o').replaceAll('3', 'e').replaceAll('@', 'a').replaceAll('$', 's').replace(/[^a-z0-9]/g, '');
}

function isRepetition(password: string): boolean {
  return new Set(password).size < 4;
}

function isSequence(password: string): boolean {
  const steps = new Set([...password].slice(1).map((char, index) => (char.codePointAt(0) ?? 0) - (password.codePointAt(index) ?? 0)));
  return steps.size === 1 || /^(1234567890)+\d*$/.test(password);
}

/** A common word with a few signs around it is still a common word. */
function isCommon(password: string): boolean {
  const letters = plain(password);
  return COMMON.some((word) => letters.includes(plain(word)) && letters.replaceAll(plain(word), '').length < 6);
}

function repeatsPerson(password: string, person: { email: string; name: string }): boolean {
  const [local = ''] = person.email.toLowerCase().split('@');
  const own = [person.email, local, person.name].map((text) => plain(text)).filter((text) => text.length >= 5);
  return own.some((text) => plain(password).includes(text) && plain(password).length - text.length < 6);
}

/** Throws when the password is too short or easy to guess; `field` is its name in the request. */
export function checkPassword(password: string, person: { email: string; name: string }, field: string): void {
  if ([...password].length < MIN_LENGTH) throw new PasswordTooShortError(field, MIN_LENGTH);
  if (isRepetition(password) || isSequence(password) || isCommon(password) || repeatsPerson(password, person)) throw new PasswordTooCommonError(field);
}
