import { describe, expect, it } from '@jest/globals';
import { checkPassword } from './password-rules.js';

const ada = { email: 'ada.lovelace@example.com', name: 'Ada Lovelace' };
const codeOf = (password: string): string | undefined => {
  try {
    checkPassword(password, ada, 'password');
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('checkPassword', () => {
  it.each(['short', 'elevenchars', '🔑🔑🔑🔑🔑🔑'])('refuses %s as too short', (password) => expect(codeOf(password)).toBe('PASSWORD_TOO_SHORT'));

  it.each(['aaaaaaaaaaaa', '123456789012', 'password1234', 'P@ssw0rd!!!!', 'qwerty-qwerty', 'ada.lovelace1', 'abcdefghijklm'])(
    'refuses %s as easy to guess', (password) => expect(codeOf(password)).toBe('PASSWORD_TOO_COMMON'),
  );

  it.each(['violet kettle orbit', 'Tr4ktor-im-Regen', 'a'.repeat(3) + 'bcdXYZ quiet lamp'])('accepts %s', (password) => expect(codeOf(password)).toBeUndefined());
});
