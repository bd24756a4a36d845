import { createHash } from 'node:crypto';

/** How failures of one kind are counted and punished. */
export interface AttemptRule {
  /** Failures that are free; the last of them locks. */
  free: number;
  /** The first lock; each further failure doubles it. */
  lockSeconds: number;
  lockSecondsMax: number;
}

/** One person at one place: typing errors are forgiven, guessing is not. */
export const ONE_ADDRESS: AttemptRule = { free: 5, lockSeconds: 30, lockSecondsMax: 900 };
/** One email from anywhere: slows guessing from many addresses, without locking the owner out for long. */
export const ANY_ADDRESS: AttemptRule = { free: 100, lockSeconds: 30, lockSecondsMax: 60 };

export interface AttemptKey {
  key: string;
  rule: AttemptRule;
}

/** Hashed, so that the table does not collect what people typed. */
function keyOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}

export function signInKeys(email: string, ip: string): AttemptKey[] {
  return [{ key: keyOf('address', email, ip), rule: ONE_ADDRESS }, { key: keyOf('email', email), rule: ANY_ADDRESS }];
}

export function passwordChangeKeys(userId: string): AttemptKey[] {
  return [{ key: keyOf('password', userId), rule: ONE_ADDRESS }];
}
