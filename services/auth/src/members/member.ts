import type { Role } from '@crm-vision/common/context';
import { ForbiddenError, invalidField } from '@crm-vision/common/errors';
import { roles } from '../roles/roles.js';
import { LastOwnerError } from './member.errors.js';

export interface Member {
  userId: string;
  name: string;
  email: string;
  role: Role;
  status: string;
  joinedAt: string;
}

export function checkRole(role: string, allowed: readonly Role[] = roles): Role {
  const known = allowed.find((one) => one === role);
  if (!known) throw invalidField('role', `Must be one of: ${allowed.join(', ')}.`);
  return known;
}

/** Throws when `actorRole` may not turn the member into `next` (null: out), or when nobody would own the workspace any more. */
export function checkRoleChange(actorRole: Role, member: Member, next: Role | null, owners: number): void {
  const concernsOwner = member.role === 'owner' || next === 'owner';
  if (concernsOwner && actorRole !== 'owner') throw new ForbiddenError('Only an owner may do this.');
  if (member.role === 'owner' && next !== 'owner' && owners <= 1) throw new LastOwnerError();
}
