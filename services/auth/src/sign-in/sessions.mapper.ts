import type {
  ResolveSessionResponse, Session as SessionMessage, SignInResponse, SignUpResponse,
} from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import { permissions } from '../roles/roles.js';
import type { Session } from '../sessions/session.js';
import type { ResolvedSession } from '../sessions/sessions.service.js';
import { toUserMessage } from '../users/users.mapper.js';
import { toMembershipMessage } from '../workspaces/workspaces.mapper.js';
import type { SignedIn, SignedUp } from './sign-in.service.js';

export function toSignUpResponse({ user, workspace, session }: SignedUp): SignUpResponse {
  return { user: toUserMessage(user), workspace: toMembershipMessage(workspace), sessionToken: session.token, deviceToken: session.deviceToken, expiresAt: session.expiresAt };
}

export function toSignInResponse({ user, workspaces, session }: SignedIn): SignInResponse {
  return { user: toUserMessage(user), workspaces: workspaces.map(toMembershipMessage), sessionToken: session.token, deviceToken: session.deviceToken, expiresAt: session.expiresAt };
}

export function toResolveSessionResponse({ id, user, workspace, workspaces, expiresAt, accessToken, accessTokenExpiresAt }: ResolvedSession): ResolveSessionResponse {
  return {
    user: toUserMessage(user), workspace: toMembershipMessage(workspace), workspaces: workspaces.map(toMembershipMessage),
    accessToken, accessTokenExpiresAt, sessionId: id, expiresAt, permissions: [...permissions[workspace.role]],
  };
}

export function toSessionMessage({ id, device, createdAt, lastSeenAt }: Session, currentId: string): SessionMessage {
  return { id, device, createdAt, lastSeenAt, current: id === currentId };
}
