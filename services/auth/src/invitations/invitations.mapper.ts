import { shownEmail } from '@crm-vision/common/addresses';
import type { AcceptInvitationResponse, Invitation as InvitationMessage, ResolveInvitationResponse } from '@crm-vision/proto/crm_vision/auth/invitations/v1/invitations';
import { toUserMessage } from '../users/users.mapper.js';
import { toMembershipMessage } from '../workspaces/workspaces.mapper.js';
import type { Invitation } from './invitation.js';
import type { InvitationPreview, Joined } from './join.service.js';

export function toInvitationMessage(invitation: Invitation): InvitationMessage {
  return { ...invitation, email: shownEmail(invitation.email) };
}

export function toPreviewResponse({ email, workspaceName, role, invitedByName, expiresAt }: InvitationPreview): ResolveInvitationResponse {
  return { email: shownEmail(email), workspaceName, role, invitedByName, expiresAt };
}

export function toAcceptResponse({ user, workspace, session }: Joined): AcceptInvitationResponse {
  return { user: toUserMessage(user), workspace: toMembershipMessage(workspace), sessionToken: session.token, deviceToken: session.deviceToken, expiresAt: session.expiresAt };
}
