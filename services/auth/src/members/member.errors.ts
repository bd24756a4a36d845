import { DomainError } from '@crm-vision/common/errors';

export class MemberNotFoundError extends DomainError {
  constructor() {
    super('notFound', 'MEMBER_NOT_FOUND', 'There is no such member.');
  }
}

export class LastOwnerError extends DomainError {
  constructor() {
    super('ruleBroken', 'LAST_OWNER', 'A workspace needs an owner. Make somebody else an owner first.');
  }
}
