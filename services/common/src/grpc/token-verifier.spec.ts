import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { UnavailableError } from '../errors/index.js';
import { createTestTokens, type TestTokens } from '../testing/test-tokens.js';
import { type JSONWebKeySet, SignJWT, UnsecuredJWT } from 'jose';
import { type KeySource, TOKEN_AUDIENCE, TOKEN_ISSUER, TOKEN_TYPE, TokenVerifier } from './token-verifier.js';

let tokens: TestTokens;
let verifier: TokenVerifier;
beforeAll(async () => {
  tokens = await createTestTokens();
  verifier = new TokenVerifier(tokens);
});

const refused = { kind: 'unauthenticated', code: 'UNAUTHENTICATED' };
const claims = { ws: 'w', role: 'owner', sid: 's', name: 'Mallory' };

async function publicKey(): Promise<JSONWebKeySet['keys'][number]> {
  return (await tokens.fetchKeys()).keys[0]!;
}

describe('TokenVerifier', () => {
  it('accepts a token of ours and says who it is', async () => {
    const token = await tokens.sign({ userId: 'u', workspaceId: 'w', role: 'viewer', sessionId: 's', name: 'Ada', timeZone: 'Asia/Tokyo', ownTimeZone: 'Pacific/Chatham', country: 'JP' });
    expect(await verifier.verify(token)).toEqual({ userId: 'u', workspaceId: 'w', role: 'viewer', sessionId: 's', name: 'Ada', timeZone: 'Asia/Tokyo', ownTimeZone: 'Pacific/Chatham', country: 'JP', token });
  });

  it('takes the time zone of the workspace for that of a person without one', async () => {
    expect(await verifier.verify(await tokens.sign({ timeZone: 'Asia/Tokyo' }))).toMatchObject({ timeZone: 'Asia/Tokyo', ownTimeZone: 'Asia/Tokyo' });
  });

  it('rejects a token without a signature (alg: none)', async () => {
    const token = new UnsecuredJWT(claims).setSubject('u').setIssuer(TOKEN_ISSUER).setAudience(TOKEN_AUDIENCE).setExpirationTime('5m').encode();
    await expect(verifier.verify(token)).rejects.toMatchObject(refused);
  });

  it('rejects a token signed with the public key as an HMAC secret (HS256)', async () => {
    const key = await publicKey();
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: TOKEN_TYPE, kid: key.kid! })
      .setSubject('u').setIssuer(TOKEN_ISSUER).setAudience(TOKEN_AUDIENCE).setExpirationTime('5m').sign(new TextEncoder().encode(JSON.stringify(key)));
    await expect(verifier.verify(token)).rejects.toMatchObject(refused);
  });

  it('rejects the signature of another key under our key id', async () => {
    const forger = await createTestTokens((await publicKey()).kid);
    await expect(verifier.verify(await forger.sign())).rejects.toMatchObject(refused);
  });

  it.each([
    ['another audience', { audience: 'else' }], ['another issuer', { issuer: 'else' }], ['another type', { header: { typ: 'JWT' } }],
    ['an end that is over', { expiresInSeconds: -1 }], ['an unknown key', { header: { kid: 'unknown' } }],
  ])('rejects %s', async (_name, wrong) => {
    await expect(verifier.verify(await tokens.sign(wrong))).rejects.toMatchObject(refused);
  });

  it('rejects a changed token and nonsense', async () => {
    const [header, payload, signature] = (await tokens.sign({ role: 'viewer' })).split('.');
    const owner = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object, role: 'owner' })).toString('base64url');
    for (const token of [`${header}.${owner}.${signature}`, `${header}.${payload}.`, 'x', 'a.b.c']) await expect(verifier.verify(token)).rejects.toMatchObject(refused);
  });

  it('rejects a token when its time is over, though it was accepted before', async () => {
    const token = await tokens.sign({ expiresInSeconds: 60 });
    await verifier.verify(token);
    jest.useFakeTimers({ now: Date.now() + 61_000, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    await expect(verifier.verify(token)).rejects.toMatchObject(refused).finally(() => jest.useRealTimers());
  });
});

describe('the keys of a TokenVerifier', () => {
  function counted(sets: TestTokens[]): KeySource & { fetches: number } {
    const source = {
      fetches: 0,
      fetchKeys: async () => ({ keys: (await Promise.all(sets.slice(0, ++source.fetches).map((set) => set.fetchKeys()))).flatMap(({ keys }) => keys) }),
    };
    return source;
  }

  it('are fetched once for many calls', async () => {
    const source = counted([tokens]);
    const own = new TokenVerifier(source);
    await Promise.all(Array.from({ length: 20 }, async () => own.verify(await tokens.sign())));
    expect(source.fetches).toBe(1);
  });

  it('are fetched again for a key that is new, but not for every forged token', async () => {
    const next = await createTestTokens();
    const source = counted([tokens, next]);
    const own = new TokenVerifier(source);
    await own.verify(await tokens.sign());
    await expect(own.verify(await next.sign())).rejects.toMatchObject(refused);
    expect(source.fetches).toBe(1);
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3000);
    const token = await next.sign();
    await expect(own.verify(token)).resolves.toBeDefined();
    now.mockRestore();
    expect(source.fetches).toBe(2);
  });

  it('say "unavailable", not "signed out", while they cannot be had', async () => {
    const own = new TokenVerifier({ fetchKeys: () => Promise.reject(new UnavailableError()) });
    await expect(own.verify(await tokens.sign())).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
