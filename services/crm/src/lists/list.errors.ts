import { DomainError, InvalidArgumentError } from '@crm-vision/common/errors';

/** A cursor was altered, or made for another list, workspace, sort or filter. */
export class InvalidCursorError extends DomainError {
  constructor() {
    const message = 'The cursor does not belong to this list. Start again without one.';
    super('invalid', 'INVALID_CURSOR', message, { fields: [{ field: 'cursor', code: 'INVALID_CURSOR', message }] });
  }
}

export class InvalidFilterError extends InvalidArgumentError {
  constructor(code: 'UNKNOWN_FIELD' | 'UNKNOWN_OP' | 'INVALID_VALUE' | 'TOO_MANY_CONDITIONS' | 'TOO_DEEP' | 'EMPTY_GROUP', message: string) {
    super([{ field: 'filter', code, message }]);
  }
}

export class InvalidSortError extends InvalidArgumentError {
  constructor(message: string) {
    super([{ field: 'sort', code: 'UNKNOWN_FIELD', message }]);
  }
}
