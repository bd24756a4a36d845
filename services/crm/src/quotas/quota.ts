import { quotaReached } from '../events.js';
import { HourlyQuotaReachedError, QuotaReachedError } from './quota.errors.js';

/** What a workspace may have, and how much it may change in an hour. */
export interface Quotas {
  /** Companies, contacts, deals, tasks and notes, those in the bin included: what is thrown away can always come back, until it is deleted for good. */
  records: number;
  /** Bytes of records and of what is kept about their changes. */
  bytes: number;
  /** Events of one hour: a record that is created or changed is one. */
  events: number;
}

/** Provides the Quotas. */
export const QUOTAS = Symbol('quotas');

export type QuotaName = keyof Quotas;

export const quotaNames = ['records', 'bytes', 'events'] as const satisfies readonly QuotaName[];

/** What a workspace has, as far as others have committed it. */
export interface Usage extends Quotas {
  /** Seconds until the next hour begins. */
  secondsLeft: number;
  /** Quotas of this workspace in place of those of the installation. */
  ownRecords: number | null;
  ownBytes: number | null;
  ownEvents: number | null;
}

/** What one act adds; taking away is negative. */
export type Growth = Quotas;

/** Those of the installation, but for those that are the workspace's own. */
export function quotasFor(installation: Quotas, { ownRecords, ownBytes, ownEvents }: Usage): Quotas {
  return { records: ownRecords ?? installation.records, bytes: ownBytes ?? installation.bytes, events: ownEvents ?? installation.events };
}

/** Acts that take nothing more than the workspace had: what they bring back was counted when it came. A full workspace can still undo, restore and delete, also for good. */
const TAKING_BACK: ReadonlySet<string> = new Set(['delete', 'restore', 'undo', 'purge']);

/**
 * Throws when an act of this kind does not fit any more. The hour is refused once it is used up, so that no act is too large for any hour. Acts that are written
 * at the same moment do not see each other: together they may pass a quota by what they add.
 */
export function requireRoom(installation: Quotas, usage: Usage, growth: Growth, kind: string): void {
  const quotas = quotasFor(installation, usage);
  if (growth.events > 0 && usage.events >= quotas.events) throw refusal('events', new HourlyQuotaReachedError(quotas.events, usage.secondsLeft));
  if (TAKING_BACK.has(kind)) return;
  for (const name of ['records', 'bytes'] as const) if (growth[name] > 0 && usage[name] + growth[name] > quotas[name]) throw refusal(name, new QuotaReachedError(name, quotas[name]));
}

function refusal(quota: QuotaName, error: Error): Error {
  quotaReached(quota);
  return error;
}
