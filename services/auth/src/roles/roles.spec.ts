import { describe, expect, it } from '@jest/globals';
import { permissions, requirePermission } from './roles.js';

const actor = { userId: 'u', workspaceId: 'w', sessionId: 's', name: 'Ada', timeZone: 'UTC', ownTimeZone: 'UTC', country: '', token: '' };

describe('roles', () => {
  it('lets a viewer read and nothing else', () => {
    expect(permissions.viewer).toEqual(['records.read']);
  });

  it('lets a member write records but not manage people', () => {
    expect(() => requirePermission({ ...actor, role: 'member' }, 'records.write')).not.toThrow();
    expect(() => requirePermission({ ...actor, role: 'member' }, 'members.manage')).toThrow('Your role does not allow this.');
  });

  it('lets owners and admins manage people', () => {
    for (const role of ['owner', 'admin'] as const) expect(() => requirePermission({ ...actor, role }, 'members.manage')).not.toThrow();
  });
});
