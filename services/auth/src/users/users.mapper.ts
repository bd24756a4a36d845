import type { User as UserMessage } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import type { UpdateUserRequest } from '@crm-vision/proto/crm_vision/auth/users/v1/users';
import type { User, UserChange } from './user.js';

export function toUserMessage({ id, email, name, locale, theme, shortcuts }: User): UserMessage {
  return { id, email, name, locale, theme, shortcuts };
}

export function fromUpdateUser({ name, locale, theme, shortcuts }: UpdateUserRequest): UserChange {
  return { ...(name !== undefined && { name }), ...(locale !== undefined && { locale }), ...(theme !== undefined && { theme }), ...(shortcuts !== undefined && { shortcuts }) };
}
