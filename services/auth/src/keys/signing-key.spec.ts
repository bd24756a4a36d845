import { beforeAll, describe, expect, it } from '@jest/globals';
import { decryptPrivateKey, encryptPrivateKey, makeSigningKey, type ReadableKey } from './signing-key.js';

const [ours, theirs] = [Buffer.alloc(64, 1).toString('base64'), Buffer.alloc(64, 2).toString('base64')];
let key: ReadableKey;
let kept: Buffer;
beforeAll(async () => {
  key = await makeSigningKey(new Date());
  kept = encryptPrivateKey(key, ours);
});

describe('a private half at rest', () => {
  it('is read with the key it was encrypted with, and is not plain', () => {
    expect(decryptPrivateKey(key.kid, kept, ours)).toEqual(key.privateJwk);
    expect(kept.includes(String(key.privateJwk.d))).toBe(false);
    expect(encryptPrivateKey(key, ours).equals(kept)).toBe(false);
  });

  it('is not read with another key, under another id, changed, or cut off', () => {
    const changed = Buffer.from(kept);
    changed[changed.length - 1]! ^= 1;
    expect(decryptPrivateKey(key.kid, kept, theirs)).toBeNull();
    expect(decryptPrivateKey('another', kept, ours)).toBeNull();
    expect(decryptPrivateKey(key.kid, changed, ours)).toBeNull();
    expect(decryptPrivateKey(key.kid, kept.subarray(0, 20), ours)).toBeNull();
  });

  it('leaves nothing private in the published half', () => {
    expect(Object.keys(key.publicJwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });
});
