import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';
import type { Role } from '../context/index.js';
import { type KeySource, TOKEN_AUDIENCE, TOKEN_ISSUER, TOKEN_TYPE } from '../grpc/index.js';

/** What a test token says. Absent: a fresh id, role owner, five minutes. */
export interface TestClaims {
  userId?: string;
  workspaceId?: string;
  role?: Role;
  sessionId?: string;
  name?: string;
  timeZone?: string;
  ownTimeZone?: string;
  country?: string;
  issuer?: string;
  audience?: string;
  /** Seconds from now; negative: over. */
  expiresInSeconds?: number;
  header?: Partial<JWTHeaderParameters>;
}

/** Signs access tokens as auth does, with a key set of its own. */
export interface TestTokens extends KeySource {
  sign(claims?: TestClaims): Promise<string>;
}

export async function createTestTokens(kid: string = randomUUID()): Promise<TestTokens> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
  return {
    fetchKeys: () => Promise.resolve({ keys: [jwk] }),
    sign: ({ userId = randomUUID(), workspaceId = randomUUID(), role = 'owner', sessionId = randomUUID(), name = 'Ada Lovelace', timeZone = 'UTC', ownTimeZone, country = '', ...rest } = {}) =>
      new SignJWT({ ws: workspaceId, role, sid: sessionId, name, zoneinfo: timeZone, own_zoneinfo: ownTimeZone, country })
        .setProtectedHeader({ alg: 'ES256', typ: TOKEN_TYPE, kid, ...rest.header })
        .setSubject(userId)
        .setIssuer(rest.issuer ?? TOKEN_ISSUER)
        .setAudience(rest.audience ?? TOKEN_AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + (rest.expiresInSeconds ?? 300))
        .sign(privateKey),
  };
}
