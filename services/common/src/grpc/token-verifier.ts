import { hash } from 'node:crypto';
import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Actor, Role } from '../context/index.js';
import { UnauthenticatedError } from '../errors/index.js';

/** Where the published keys come from: a JSON Web Key Set. */
export interface KeySource {
  fetchKeys(): Promise<JSONWebKeySet>;
}

export const TOKEN_ISSUER = 'crm-vision';
export const TOKEN_AUDIENCE = 'crm-vision';
export const TOKEN_TYPE = 'at+jwt';

const MAX_CACHED = 10_000;
/** An unknown key id fetches the keys again, but not for every forged token. */
const REFETCH_PAUSE_MS = 2000;

interface Claims {
  sub: string;
  ws: string;
  role: Role;
  sid: string;
  name: string;
  /** Of the workspace; absent in tokens of a release before. */
  zoneinfo?: string;
  /** Of the person, when it is another one. */
  own_zoneinfo?: string;
  /** Of the workspace; absent in tokens of a release before. */
  country?: string;
}

function toActor(claims: Claims, token: string): Actor {
  const timeZone = claims.zoneinfo ?? 'UTC';
  const { sub: userId, ws: workspaceId, role, sid: sessionId, name, own_zoneinfo: ownTimeZone = timeZone, country = '' } = claims;
  return { userId, workspaceId, role, sessionId, name, timeZone, ownTimeZone, country, token };
}

/** Verifies access tokens (ES256) once each: verified claims are kept by the token's hash until they expire. */
export class TokenVerifier {
  private readonly verified = new LRUCache<string, { actor: Actor; expiresAt: number }>({ max: MAX_CACHED });
  private keys: ReturnType<typeof createLocalJWKSet> | undefined;
  private fetchedAt = 0;
  private fetching: Promise<void> | undefined;

  constructor(private readonly source: KeySource) {}

  /** Throws UnauthenticatedError for anything but a valid token of ours. */
  async verify(token: string): Promise<Actor> {
    const key = hash('sha256', token, 'base64');
    const known = this.verified.get(key);
    // By the clock of the wall: that of the cache stands still while the machine sleeps.
    if (known && known.expiresAt > Date.now()) return known.actor;
    const checked = await this.check(token);
    this.verified.set(key, checked);
    return checked.actor;
  }

  private async check(token: string): Promise<{ actor: Actor; expiresAt: number }> {
    if (!this.keys) await this.fetch();
    try {
      return await this.checkWith(token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || Date.now() - this.fetchedAt < REFETCH_PAUSE_MS) throw new UnauthenticatedError(undefined, error);
    }
    await this.fetch();
    return this.checkWith(token).catch((error: unknown) => {
      throw new UnauthenticatedError(undefined, error);
    });
  }

  private async checkWith(token: string): Promise<{ actor: Actor; expiresAt: number }> {
    if (!this.keys) throw new UnauthenticatedError();
    const { payload } = await jwtVerify<Claims>(token, this.keys, {
      algorithms: ['ES256'], issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, typ: TOKEN_TYPE, requiredClaims: ['exp', 'sub', 'ws', 'role', 'sid'],
    });
    return { actor: toActor(payload, token), expiresAt: (payload.exp ?? 0) * 1000 };
  }

  private fetch(): Promise<void> {
    this.fetching ??= this.source.fetchKeys()
      .then((set) => {
        this.keys = createLocalJWKSet(set);
        this.fetchedAt = Date.now();
      })
      .finally(() => {
        this.fetching = undefined;
      });
    return this.fetching;
  }
}
