import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

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

function cipherKey(encryptionKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(encryptionKey, 'base64'), '', 'crm-vision signing keys', 32));
}

/** The private half as it is kept: nonce, tag, ciphertext, bound to the id of its key. */
export function encryptPrivateKey({ kid, privateJwk }: ReadableKey, encryptionKey: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, cipherKey(encryptionKey), iv).setAAD(Buffer.from(kid));
  const text = Buffer.concat([cipher.update(JSON.stringify(privateJwk)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

/** Null when it was encrypted with another key, or changed since. */
export function decryptPrivateKey(kid: string, kept: Buffer, encryptionKey: string): JWK | null {
  const [iv, tag, text] = [kept.subarray(0, IV_BYTES), kept.subarray(IV_BYTES, IV_BYTES + TAG_BYTES), kept.subarray(IV_BYTES + TAG_BYTES)];
  try {
    const decipher = createDecipheriv(ALGORITHM, cipherKey(encryptionKey), iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(kid)).setAuthTag(tag);
    return JSON.parse(Buffer.concat([decipher.update(text), decipher.final()]).toString()) as JWK;
  } catch {
    return null;
  }
}
