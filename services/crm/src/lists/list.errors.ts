import { InvalidArgumentError } from '@crm-vision/common/errors';

export class InvalidFilterError extends InvalidArgumentError {
  constructor(code: 'UNKNOWN_FIELD' | 'UNKNOWN_OP' | 'INVALID_VALUE' | 'TOO_MANY_CONDITIONS' | 'TOO_DEEP' | 'EMPTY_GROUP' | 'FILTER_TOO_DEAR', message: string) {
    super([{ field: 'filter', code, message }]);
  }
}

export class InvalidSortError extends InvalidArgumentError {
  constructor(message: string) {
    super([{ field: 'sort', code: 'UNKNOWN_FIELD', message }]);
  }
}
