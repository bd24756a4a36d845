import type { Invitation, ResolveInvitationResponse } from '@crm-vision/proto/crm_vision/auth/invitations/v1/invitations';
import type { z } from 'zod';
import { present, word } from '../http/fields.mapper.js';
import type * as dto from './invitations.dto.js';

export function fromInvitation(message: Invitation | undefined): z.output<typeof dto.invitation> {
  const { id, email, role, invitedBy, createdAt, expiresAt } = present(message, 'invitation');
  return { id, email, role: word(role), invitedBy, createdAt, expiresAt };
}

export function fromPreview(response: ResolveInvitationResponse): z.output<typeof dto.invitationPreview> {
  const { email, workspaceName, role, invitedByName, expiresAt } = response;
  return { email, workspaceName, role: word(role), invitedByName, expiresAt };
}
