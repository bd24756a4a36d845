import { shownEmail } from '@crm-vision/common/addresses';
import type { User as UserMessage } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import type { UpdateUserRequest } from '@crm-vision/proto/crm_vision/auth/users/v1/users';
import type { User, UserChange } from './user.js';

export function toUserMessage({ id, email, name, locale, theme, shortcuts, timeZone, dateOrder, clock, numberFormat, weekStart, version }: User): UserMessage {
  const formats = { dateOrder: dateOrder ?? undefined, clock: clock ?? undefined, numberFormat: numberFormat ?? undefined, weekStart: weekStart ?? undefined };
  return { id, email: shownEmail(email), name, locale, theme, shortcuts, timeZone: timeZone ?? undefined, formats, version };
}

export function fromUpdateUser({ name, locale, theme, shortcuts, timeZone, formats }: UpdateUserRequest): UserChange {
  const change = { name, locale, theme, shortcuts, timeZone, ...formats };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
