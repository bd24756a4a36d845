import type { AcceptInvitationResponse, ResolveInvitationResponse } from '@crm-vision/proto/crm_vision/auth/invitations/v1/invitations';
import { toUserMessage } from '../users/users.mapper.js';
import { toMembershipMessage } from '../workspaces/workspaces.mapper.js';
import type { InvitationPreview, Joined } from './join.service.js';

export function toPreviewResponse({ email, workspaceName, role, invitedByName, userExists, expiresAt }: InvitationPreview): ResolveInvitationResponse {
  return { email, workspaceName, role, invitedByName, userExists, expiresAt };
}

export function toAcceptResponse({ user, workspace, session }: Joined): AcceptInvitationResponse {
  return { user: toUserMessage(user), workspace: toMembershipMessage(workspace), sessionToken: session.token, expiresAt: session.expiresAt };
}
