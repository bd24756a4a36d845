import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for each purpose, made of AUTH_ENCRYPTION_KEY. */
export function keyFor(purpose: string, encryptionKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(encryptionKey, 'base64'), '', `crm-vision ${purpose}`, 32));
}

/** A text as it is kept: nonce, tag, ciphertext, bound to what it belongs to. */
export function seal(text: string, belongsTo: string | Buffer, key: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(belongsTo));
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Null when it was sealed with another key, belongs to something else, or was changed since. */
export function unseal(kept: Buffer, belongsTo: string | Buffer, key: Buffer): string | null {
  const [iv, tag, text] = [kept.subarray(0, IV_BYTES), kept.subarray(IV_BYTES, IV_BYTES + TAG_BYTES), kept.subarray(IV_BYTES + TAG_BYTES)];
  try {
    const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(belongsTo)).setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString();
  } catch {
    return null;
  }
}
