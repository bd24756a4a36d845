import { invalidField } from '@crm-vision/common/errors';
import { isId } from '@crm-vision/common/ids';

export function requireId(id: string, field = 'id'): string {
  if (!isId(id)) throw invalidField(field, 'Must be an id.');
  return id.toLowerCase();
}

/** The empty text stands for none. */
export function toOptionalId(id: string, field: string): string | null {
  return id === '' ? null : requireId(id, field);
}
