import { describe, expect, it } from '@jest/globals';
import { hashPassword, needsRehash, verifyNobody, verifyPassword } from './password-hash.js';

describe('password hashes', () => {
  it('verify the password they were made from and no other', async () => {
    const hash = await hashPassword('violet kettle orbit');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(await verifyPassword('violet kettle orbit', hash)).toBe(true);
    expect(await verifyPassword('violet kettle orbiT', hash)).toBe(false);
  });

  it('tell passwords apart that differ only after byte 72', async () => {
    const hash = await hashPassword(`${'x'.repeat(72)}a`);
    expect(await verifyPassword(`${'x'.repeat(72)}b`, hash)).toBe(false);
  });

  it('differ for the same password', async () => {
    expect(await hashPassword('violet kettle orbit')).not.toBe(await hashPassword('violet kettle orbit'));
  });

  it('ask for a new one when the figures grew', async () => {
    expect(needsRehash(await hashPassword('violet kettle orbit'))).toBe(false);
    expect(needsRehash('$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$dGFndGFn')).toBe(true);
  });

  it('never verify a hash that is not one, nor nobody', async () => {
    expect(await verifyPassword('x', 'not a hash')).toBe(false);
    expect(await verifyNobody('x')).toBe(false);
  });
});
