import { type Actor, type Role } from '@crm-vision/common/context';
import { ForbiddenError } from '@crm-vision/common/errors';

export const roles: readonly Role[] = ['owner', 'admin', 'member', 'viewer'];

export type Permission = 'records.read' | 'records.write' | 'records.purge' | 'settings.write' | 'members.manage' | 'sample_data.manage';

const READ: readonly Permission[] = ['records.read'];
const WRITE: readonly Permission[] = [...READ, 'records.write'];
const MANAGE: readonly Permission[] = [...WRITE, 'records.purge', 'settings.write', 'members.manage', 'sample_data.manage'];

/** What each role may do. */
export const permissions: Readonly<Record<Role, readonly Permission[]>> = { owner: MANAGE, admin: MANAGE, member: WRITE, viewer: READ };

/** First statement of every use case that not everybody may do. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!permissions[actor.role].includes(permission)) throw new ForbiddenError();
}
