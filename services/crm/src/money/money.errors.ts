import { InvalidArgumentError } from '@crm-vision/common/errors';

export class InvalidCurrencyError extends InvalidArgumentError {
  constructor(field: string) {
    super([{ field, code: 'UNKNOWN_CURRENCY', message: 'Must be a currency of ISO 4217, such as "EUR".' }]);
  }
}

export class InvalidAmountError extends InvalidArgumentError {
  constructor(field: string, message: string) {
    super([{ field, code: 'INVALID_AMOUNT', message }]);
  }
}
