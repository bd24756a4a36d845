import { DomainError } from '@crm-vision/common/errors';

export class PasswordTooShortError extends DomainError {
  constructor(field: string, minLength: number) {
    const message = `Use at least ${minLength} characters.`;
    super('invalid', 'PASSWORD_TOO_SHORT', message, { fields: [{ field, code: 'PASSWORD_TOO_SHORT', message }] });
  }
}

export class PasswordTooCommonError extends DomainError {
  constructor(field: string) {
    const message = 'This password is easy to guess: common words, years and patterns are tried first, and so are your name, your email and your workspace. Use a few unrelated words.';
    super('invalid', 'PASSWORD_TOO_COMMON', message, { fields: [{ field, code: 'PASSWORD_TOO_COMMON', message }] });
  }
}
