import type { ReadableKey, SigningKey } from './signing-key.js';

/** A key is published this long before it signs, so that every verifier has it by then. */
export const LEAD_MS = 60 * 60 * 1000;
/** A key that signs no more is published this long after its last token has ended. */
export const LINGER_MS = 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

function isReadable(key: SigningKey): key is ReadableKey {
  return key.privateJwk !== null;
}

/** The key that signs at `now`: the newest whose time has come and whose private half can be read. Keys come oldest first. */
export function currentKey(keys: readonly SigningKey[], now: Date): ReadableKey | undefined {
  return keys.filter(isReadable).findLast(({ signsFrom }) => signsFrom <= now);
}

/** When a new key is to sign first; null when none is due. With no key that signs, at once. */
export function nextSignsFrom(keys: readonly SigningKey[], now: Date, signingKeyDays: number): Date | null {
  const current = currentKey(keys, now);
  if (!current) return now;
  if (keys.some((key) => isReadable(key) && key.signsFrom > now)) return null;
  const end = current.signsFrom.getTime() + signingKeyDays * DAY_MS;
  if (end - LEAD_MS > now.getTime()) return null;
  return new Date(Math.max(end, now.getTime() + LEAD_MS));
}

/** Keys whose successor has signed for so long that no token of theirs can be left. */
export function retiredKeys(keys: readonly SigningKey[], now: Date, tokenTtlSeconds: number): SigningKey[] {
  return keys.filter((_key, index) => {
    const successor = keys[index + 1];
    return successor !== undefined && successor.signsFrom.getTime() + tokenTtlSeconds * 1000 + LINGER_MS < now.getTime();
  });
}
