import { DomainError } from '@crm-vision/common/errors';

export class InvalidEmailError extends DomainError {
  constructor() {
    const message = 'This is no email address.';
    super('invalid', 'INVALID_EMAIL', message, { fields: [{ field: 'email', code: 'INVALID_EMAIL', message }] });
  }
}

/** Says nothing about why: that the email has an account, or that too many sign up from there. */
export class SignUpRefusedError extends DomainError {
  constructor(cause?: unknown) {
    super('ruleBroken', 'SIGN_UP_REFUSED', 'This sign-up was not accepted. If you have an account, sign in; otherwise try again tomorrow.', { cause });
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
