import { DomainError, invalidField } from '@crm-vision/common/errors';

export class TaskNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'TASK_NOT_FOUND', 'There is no such task.');
  }
}

export const dueTimeWithoutDate = (): DomainError => invalidField('dueTime', 'A time needs a date.', 'DUE_DATE_REQUIRED');
