import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '@crm-vision/common/context';
import { Parameters } from '../lists/parameters.js';
import { readable } from './readable.js';
import { requirePermission } from './roles.js';

const actor = (role: string): Actor => ({ userId: 'u', workspaceId: 'w', role: role as Role, sessionId: 's', name: 'Ada', timeZone: 'UTC', ownTimeZone: 'UTC', country: '', token: 't' });
const scope = { kind: 'contact', alias: 'r', parameters: new Parameters() } as const;

describe('roles', () => {
  it.each(['owner', 'admin'])('let %s manage', (role) => {
    for (const permission of ['records.read', 'records.write', 'records.purge', 'settings.write', 'sample_data.manage'] as const) expect(() => requirePermission(actor(role), permission)).not.toThrow();
  });

  it('let a member write records and nothing more', () => {
    expect(() => requirePermission(actor('member'), 'records.write')).not.toThrow();
    for (const permission of ['records.purge', 'settings.write'] as const) expect(() => requirePermission(actor('member'), permission)).toThrow(expect.objectContaining({ kind: 'forbidden' }));
  });

  it('let a viewer read only', () => {
    expect(readable(actor('viewer'), scope)).toBe('true');
    expect(() => requirePermission(actor('viewer'), 'records.write')).toThrow(expect.objectContaining({ kind: 'forbidden' }));
  });

  it.each(['', 'superuser', 'constructor'])('let an unknown role do nothing: %p', (role) => {
    expect(readable(actor(role), scope)).toBe('false');
    expect(() => requirePermission(actor(role), 'records.read')).toThrow(expect.objectContaining({ kind: 'forbidden' }));
  });
});
