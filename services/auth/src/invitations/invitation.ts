import type { Role } from '@crm-vision/common/context';

export const INVITATION_DAYS = 7;
/** Roles that an invitation can give; an owner is made of a member. */
export const invitableRoles: readonly Role[] = ['admin', 'member', 'viewer'];

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
}

/** An open invitation as its link shows it. */
export interface OpenInvitation {
  id: string;
  workspaceId: string;
  workspaceName: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: string;
}

/** The token stands in the fragment, which a browser sends to nobody: no log, proxy or Referer holds it. */
export function invitationLink(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/join#${token}`;
}
