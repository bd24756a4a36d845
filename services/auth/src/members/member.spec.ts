import { describe, expect, it } from '@jest/globals';
import type { Role } from '@crm-vision/common/context';
import { checkRole, checkRoleChange, type Member } from './member.js';

const member = (role: Role): Member => ({ userId: 'u', name: 'Grace', email: 'g@example.com', role, status: 'active', joinedAt: '' });
const change = (actor: Role, from: Role, next: Role | null, owners = 2) => (): void => checkRoleChange(actor, member(from), next, owners);

describe('checkRoleChange', () => {
  it('lets an admin change whom no ownership concerns', () => {
    expect(change('admin', 'member', 'admin')).not.toThrow();
    expect(change('admin', 'admin', null)).not.toThrow();
  });

  it.each<[Role, Role | null]>([['member', 'owner'], ['owner', 'member'], ['owner', null], ['owner', 'owner']])('keeps an admin away from %s -> %s', (from, next) => {
    expect(change('admin', from, next)).toThrow('Only an owner may do this.');
  });

  it('keeps the last owner', () => {
    expect(change('owner', 'owner', 'admin', 1)).toThrow(/needs an owner/);
    expect(change('owner', 'owner', null, 1)).toThrow(/needs an owner/);
    expect(change('owner', 'owner', 'owner', 1)).not.toThrow();
    expect(change('owner', 'owner', null, 2)).not.toThrow();
  });
});

describe('checkRole', () => {
  it('knows the four roles and no other', () => {
    for (const role of ['owner', 'admin', 'member', 'viewer']) expect(checkRole(role)).toBe(role);
    for (const role of ['', 'Owner', 'root']) expect(() => checkRole(role)).toThrow(/role: /);
  });
});
