import { createHash } from 'node:crypto';
import type { Caller } from '../callers/caller.js';

/** How failures of one kind are counted and punished. A day takes `free` of them away again, and a quiet day all. */
export interface AttemptRule {
  /** Failures that are free; the last of them locks. */
  free: number;
  /** The first lock; each further failure doubles it. */
  lockSeconds: number;
  lockSecondsMax: number;
}

/** One person at one place, or on one device: typing errors are forgiven, guessing is not. */
const ONE_PERSON: AttemptRule = { free: 5, lockSeconds: 30, lockSecondsMax: 900 };
const KNOWN_DEVICE: AttemptRule = { free: 10, lockSeconds: 30, lockSecondsMax: 900 };
/** One person from the network around that place: 256 addresses of one holder are no more than a few. */
const ONE_PERSON_IN_NETWORK: AttemptRule = { free: 20, lockSeconds: 30, lockSecondsMax: 900 };
/** Everybody's failures at one place: who tries one password at many accounts. */
const ANYBODY_AT_ADDRESS: AttemptRule = { free: 100, lockSeconds: 30, lockSecondsMax: 900 };
const ANYBODY_IN_NETWORK: AttemptRule = { free: 500, lockSeconds: 30, lockSecondsMax: 900 };
/** One person from everywhere: no lock that grows, since it would be the owner's, but a pace for all devices that are new. */
const PACE: AttemptRule = { free: 100, lockSeconds: 2, lockSecondsMax: 2 };

export interface AttemptKey {
  key: string;
  rule: AttemptRule;
  /** Whether a success forgives what failed before. Of what many share it takes back itself alone: else who has one account could guess at others for ever. */
  forgives: boolean;
}

/** Hashed, so that the table does not collect what people typed. */
function keyOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}

/** What an attempt to be this person, or the one of a link, counts for. A device of the person counts for itself alone, whatever others do elsewhere. */
export function signInKeys(person: string, { address, network, knownDevice }: Caller): AttemptKey[] {
  if (knownDevice) return [{ key: keyOf('device', person, knownDevice), rule: KNOWN_DEVICE, forgives: true }];
  return [
    { key: keyOf('address', person, address), rule: ONE_PERSON, forgives: true },
    { key: keyOf('network', person, network), rule: ONE_PERSON_IN_NETWORK, forgives: true },
    { key: keyOf('email', person), rule: PACE, forgives: false },
    { key: keyOf('anybody at address', address), rule: ANYBODY_AT_ADDRESS, forgives: false },
    { key: keyOf('anybody in network', network), rule: ANYBODY_IN_NETWORK, forgives: false },
  ];
}

/** Every sign-up counts, whatever comes of it. */
export function signUpKeys({ address, network }: Caller, perDay: number): AttemptKey[] {
  const rule = { free: perDay, lockSeconds: 3600, lockSecondsMax: 3600 };
  return [
    { key: keyOf('sign-up at address', address), rule, forgives: false },
    { key: keyOf('sign-up in network', network), rule: { ...rule, free: 5 * perDay }, forgives: false },
  ];
}

export function passwordChangeKeys(userId: string): AttemptKey[] {
  return [{ key: keyOf('password', userId), rule: ONE_PERSON, forgives: true }];
}
