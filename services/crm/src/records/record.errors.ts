import { DomainError } from '@crm-vision/common/errors';

export class RecordNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'RECORD_NOT_FOUND', 'There is no such record.');
  }
}

/** Bringing a record back fails: another one that lives has its email or domain. Tells which, as the original error does. */
export class UniqueValueTakenError extends DomainError {
  constructor(taken: DomainError) {
    super('alreadyExists', 'UNIQUE_VALUE_TAKEN', `It cannot come back: ${taken.message}`, { fields: taken.fields, details: taken.details });
  }
}

/** Somebody restored and deleted it again since its preview. */
export class PurgeOutdatedError extends DomainError {
  constructor() {
    super('staleVersion', 'PURGE_OUTDATED', 'The record has changed since you looked at it. Look again what would be deleted.');
  }
}

export class ChangeSetNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'CHANGE_SET_NOT_FOUND', 'There is no such change to undo.');
  }
}

export class ChangeSetAlreadyUndoneError extends DomainError {
  constructor() {
    super('ruleBroken', 'CHANGE_SET_ALREADY_UNDONE', 'This change was undone already.');
  }
}
