import { DomainError } from '@crm-vision/common/errors';

export function memberNotFound(field: string, code: string): DomainError {
  const message = 'This person is not a member of the workspace.';
  return new DomainError('invalid', code, message, { fields: [{ field, code, message }] });
}
