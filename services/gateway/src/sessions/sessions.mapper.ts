import type { Session, SignInResponse, SignUpResponse, User, WorkspaceMembership } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import type { z } from 'zod';
import { present, word } from '../http/fields.mapper.js';
import type { LiveSession } from './session-cache.js';
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

export function fromSignedUp({ user, workspace }: Pick<SignUpResponse, 'user' | 'workspace'>): z.output<typeof dto.signedUp> {
  return { user: fromUser(user), workspace: fromWorkspace(workspace) };
}

export function fromSignedIn({ user, workspaces }: SignInResponse): z.output<typeof dto.signedIn> {
  return { user: fromUser(user), workspaces: workspaces.map(fromWorkspace) };
}

export function fromLiveSession({ user, workspace, workspaces, permissions, csrfToken }: LiveSession): z.output<typeof dto.session> {
  return { user: fromUser(user), workspace: fromWorkspace(workspace), workspaces: workspaces.map(fromWorkspace), permissions, csrfToken };
}
