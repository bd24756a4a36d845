import type { Session, User, WorkspaceMembership } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import type { z } from 'zod';
import { present, word } from '../http/fields.mapper.js';
import type * as dto from './sessions.dto.js';

export function fromUser(message: User | undefined): z.output<typeof dto.user> {
  const { id, email, name, locale, theme, shortcuts } = present(message, 'user');
  return { id, email, name, locale, theme: word(theme || 'system'), shortcuts };
}

export function fromWorkspace(message: WorkspaceMembership | undefined): z.output<typeof dto.workspace> {
  const { id, name, slug, role, timeZone, locale } = present(message, 'workspace');
  return { id, name, slug, role: word(role), timeZone, locale };
}

export function fromDevice({ id, device, createdAt, lastSeenAt, current }: Session): z.output<typeof dto.device> {
  return { id, ip: device?.ip ?? '', userAgent: device?.userAgent ?? '', createdAt, lastSeenAt, current };
}
