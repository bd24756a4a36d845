import { describe, expect, it } from '@jest/globals';
import { noFormats } from '../users/personal-formats.js';
import { chooseWorkspace, cleanDevice, hashToken, type LiveSession, newToken } from './session.js';

describe('tokens', () => {
  it('are 256 random bits, kept by a hash', () => {
    const [one, other] = [newToken(), newToken()];
    expect(one).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(one).not.toBe(other);
    expect(hashToken(one)).toHaveLength(32);
    expect(hashToken(one).equals(hashToken(other))).toBe(false);
  });
});

describe('cleanDevice', () => {
  it('keeps what can be shown, and no more than fits', () => {
    expect(cleanDevice({ ip: '::1\u0000', userAgent: `A\u202eB\n${'x'.repeat(400)}` })).toEqual({ ip: '::1', userAgent: `AB${'x'.repeat(298)}` });
    expect(cleanDevice(undefined)).toEqual({ ip: '', userAgent: '' });
  });
});

describe('chooseWorkspace', () => {
  const workspace = (id: string): LiveSession['workspaces'][number] => ({ id, name: id, slug: id, role: 'member', timeZone: 'UTC', locale: 'en', country: '', version: 1 });
  const session: LiveSession = {
    id: 's', expiresAt: '', lastSeenAt: '', lastWorkspaceId: 'b', workspaces: [workspace('a'), workspace('b')],
    user: { id: 'u', email: '', name: '', locale: 'en', theme: 'system', shortcuts: true, timeZone: null, ...noFormats, version: 1 },
  };

  it('takes the one asked for, else the one used last, else the first', () => {
    expect(chooseWorkspace(session, 'a')?.id).toBe('a');
    expect(chooseWorkspace(session, '')?.id).toBe('b');
    expect(chooseWorkspace({ ...session, lastWorkspaceId: 'gone' }, '')?.id).toBe('a');
    expect(chooseWorkspace(session, 'other')).toBeUndefined();
  });
});
