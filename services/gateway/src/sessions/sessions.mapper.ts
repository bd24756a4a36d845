import type { Session, SignInResponse, SignUpResponse, User, WorkspaceMembership } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import type { UpdateUserRequest } from '@crm-vision/proto/crm_vision/auth/users/v1/users';
import type { z } from 'zod';
import { orNull, present, word, wordOrNull } from '../http/fields.mapper.js';
import type { LiveSession } from './session-cache.js';
import type * as dto from './sessions.dto.js';

export function fromUser(message: User | undefined): z.output<typeof dto.user> {
  const { id, email, name, locale, theme, shortcuts, timeZone, formats, version } = present(message, 'user');
  return {
    id, email, name, locale, theme: word(theme || 'system'), shortcuts, timeZone: orNull(timeZone),
    dateOrder: wordOrNull(formats?.dateOrder), clock: wordOrNull(formats?.clock), numberFormat: wordOrNull(formats?.numberFormat), weekStart: wordOrNull(formats?.weekStart), version,
  };
}

export function toUserUpdate(body: z.output<typeof dto.updateUserBody>): UpdateUserRequest {
  const { name, locale, theme, shortcuts, timeZone, version } = body;
  const formats = { dateOrder: orEmpty(body.dateOrder), clock: orEmpty(body.clock), numberFormat: orEmpty(body.numberFormat), weekStart: orEmpty(body.weekStart) };
  return { name, locale, theme, shortcuts, timeZone: orEmpty(timeZone), formats, version };
}

/** Null takes a choice back; what is not there stays as it is. */
const orEmpty = (value: string | null | undefined): string | undefined => (value === null ? '' : value);

export function fromWorkspace(message: WorkspaceMembership | undefined): z.output<typeof dto.workspace> {
  const { id, name, slug, role, timeZone, locale, country, version } = present(message, 'workspace');
  return { id, name, slug, role: word(role), timeZone, locale, country: country || null, version };
}

export function fromDevice({ id, device, createdAt, lastSeenAt, current }: Session): z.output<typeof dto.device> {
  return { id, ip: device?.ip ?? '', userAgent: device?.userAgent ?? '', createdAt, lastSeenAt, current };
}

export function fromSignedUp({ user, workspace }: Pick<SignUpResponse, 'user' | 'workspace'>): z.output<typeof dto.signedUp> {
  return { user: fromUser(user), workspace: fromWorkspace(workspace) };
}

export function fromSignedIn({ user, workspaces }: SignInResponse): z.output<typeof dto.signedIn> {
  return { user: fromUser(user), workspaces: workspaces.map(fromWorkspace) };
}

export function fromLiveSession({ user, workspace, workspaces, permissions, csrfToken }: LiveSession): z.output<typeof dto.session> {
  return { user: fromUser(user), workspace: fromWorkspace(workspace), workspaces: workspaces.map(fromWorkspace), permissions, csrfToken };
}
