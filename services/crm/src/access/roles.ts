import type { Actor, Role } from '@crm-vision/common/context';
import { ForbiddenError } from '@crm-vision/common/errors';

export type Permission = 'records.read' | 'records.write' | 'records.purge' | 'settings.write' | 'sample_data.manage';

const READ: readonly Permission[] = ['records.read'];
const WRITE: readonly Permission[] = [...READ, 'records.write'];
const MANAGE: readonly Permission[] = [...WRITE, 'records.purge', 'settings.write', 'sample_data.manage'];

const permissions: Readonly<Record<Role, readonly Permission[]>> = { owner: MANAGE, admin: MANAGE, member: WRITE, viewer: READ };

export function may(actor: Actor, permission: Permission): boolean {
  // A role that this release does not know may do nothing.
  return Object.hasOwn(permissions, actor.role) && permissions[actor.role].includes(permission);
}

/** Owners and admins change also what others wrote. */
export function isManager({ role }: Actor): boolean {
  return role === 'owner' || role === 'admin';
}

/** First statement of every use case. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new ForbiddenError();
}
