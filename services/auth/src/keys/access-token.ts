import { TOKEN_AUDIENCE, TOKEN_ISSUER, TOKEN_TYPE } from '@crm-vision/common/grpc';
import { importJWK, SignJWT } from 'jose';
import type { ReadableKey } from './signing-key.js';

export interface AccessTokenClaims {
  userId: string;
  workspaceId: string;
  role: string;
  sessionId: string;
  name: string;
  /** Of the workspace. */
  timeZone: string;
  /** Of the person; null: none of their own. */
  ownTimeZone: string | null;
  /** Of the workspace. */
  country: string;
}

/** A short-lived token that every service verifies by the published keys. */
export async function signAccessToken(claims: AccessTokenClaims, key: ReadableKey, expiresAt: Date): Promise<string> {
  const { workspaceId, role, sessionId, name, timeZone, ownTimeZone, country } = claims;
  return new SignJWT({ ws: workspaceId, role, sid: sessionId, name, zoneinfo: timeZone, country, ...(ownTimeZone && { own_zoneinfo: ownTimeZone }) })
    .setProtectedHeader({ alg: 'ES256', typ: TOKEN_TYPE, kid: key.kid })
    .setSubject(claims.userId)
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
    .sign(await importJWK(key.privateJwk, 'ES256'));
}
