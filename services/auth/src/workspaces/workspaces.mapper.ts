import type { WorkspaceMembership } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import type { UpdateWorkspaceRequest } from '@crm-vision/proto/crm_vision/auth/workspaces/v1/workspaces';
import type { Membership, WorkspaceChange } from './workspace.js';

export function toMembershipMessage({ id, name, slug, role, timeZone, locale, country, version }: Membership): WorkspaceMembership {
  return { id, name, slug, role, timeZone, locale, country, version };
}

export function fromUpdateWorkspace({ name, timeZone, locale, country }: UpdateWorkspaceRequest): WorkspaceChange {
  return {
    ...(name !== undefined && { name }),
    ...(timeZone !== undefined && { timeZone }),
    ...(locale !== undefined && { locale }),
    ...(country !== undefined && { country }),
  };
}
