import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { keyFor, seal, unseal } from './seal.js';

/** One pair of keys; `privateJwk` is null when it was encrypted with another AUTH_ENCRYPTION_KEY: it verifies, and signs no more. */
export interface SigningKey {
  kid: string;
  publicJwk: JWK;
  privateJwk: JWK | null;
  signsFrom: Date;
}

export type ReadableKey = SigningKey & { privateJwk: JWK };

export async function makeSigningKey(signsFrom: Date): Promise<ReadableKey> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const publicJwk = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  return { kid, publicJwk: { ...publicJwk, kid, alg: 'ES256', use: 'sig' }, privateJwk: await exportJWK(pair.privateKey), signsFrom };
}

const PURPOSE = 'signing keys';

/** The private half as it is kept, bound to the id of its key. */
export function encryptPrivateKey({ kid, privateJwk }: ReadableKey, encryptionKey: string): Buffer {
  return seal(JSON.stringify(privateJwk), kid, keyFor(PURPOSE, encryptionKey));
}

/** Null when it was encrypted with another key, or changed since. */
export function decryptPrivateKey(kid: string, kept: Buffer, encryptionKey: string): JWK | null {
  const text = unseal(kept, kid, keyFor(PURPOSE, encryptionKey));
  return text === null ? null : (JSON.parse(text) as JWK);
}
