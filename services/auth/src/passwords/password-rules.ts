import { PasswordTooCommonError, PasswordTooShortError } from './password.errors.js';
import { isEasyToGuess } from './password-strength.js';

/** NIST SP 800-63B: length and guessability instead of rules about kinds of characters. */
const MIN_LENGTH = 12;

/** What somebody knows about a person who wants to guess their password. */
export interface Known {
  email: string;
  name: string;
  workspaceNames: readonly string[];
}

/** Throws when the password is too short or easy to guess; `field` is its name in the request. */
export function checkPassword(password: string, { email, name, workspaceNames }: Known, field: string): void {
  if ([...password].length < MIN_LENGTH) throw new PasswordTooShortError(field, MIN_LENGTH);
  if (isEasyToGuess(password, [email, email.split('@')[0] ?? '', name, ...workspaceNames])) throw new PasswordTooCommonError(field);
}
