import { DomainError } from '@crm-vision/common/errors';

export class InvalidEmailError extends DomainError {
  constructor() {
    const message = 'This is no email address.';
    super('invalid', 'INVALID_EMAIL', message, { fields: [{ field: 'email', code: 'INVALID_EMAIL', message }] });
  }
}

export class EmailTakenError extends DomainError {
  constructor() {
    const message = 'There is an account with this email already. Sign in instead.';
    super('alreadyExists', 'EMAIL_TAKEN', message, { fields: [{ field: 'email', code: 'EMAIL_TAKEN', message }] });
  }
}

/** Says nothing about which of the two was wrong. */
export class WrongCredentialsError extends DomainError {
  constructor() {
    super('unauthenticated', 'WRONG_CREDENTIALS', 'Email or password is not right.');
  }
}

/** The caller is known, but the password they repeated is not theirs. */
export class WrongCurrentPasswordError extends DomainError {
  constructor() {
    const message = 'This is not your password.';
    super('forbidden', 'WRONG_CREDENTIALS', message, { fields: [{ field: 'currentPassword', code: 'WRONG_CREDENTIALS', message }] });
  }
}
