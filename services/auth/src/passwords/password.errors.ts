import { DomainError } from '@crm-vision/common/errors';
import { MIN_LENGTH } from './password-rules.js';

export class PasswordTooShortError extends DomainError {
  constructor(field: string) {
    const message = `Use at least ${MIN_LENGTH} characters.`;
    super('invalid', 'PASSWORD_TOO_SHORT', message, { fields: [{ field, code: 'PASSWORD_TOO_SHORT', message }] });
  }
}

export class PasswordTooCommonError extends DomainError {
  constructor(field: string) {
    const message = 'This password is easy to guess. Use a few unrelated words.';
    super('invalid', 'PASSWORD_TOO_COMMON', message, { fields: [{ field, code: 'PASSWORD_TOO_COMMON', message }] });
  }
}
