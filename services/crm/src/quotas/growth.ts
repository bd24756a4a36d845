import type { ActLines } from '../writes/act-log.js';
import type { Action } from '../writes/changes.js';
import type { Growth } from './quota.js';

/** As it counts. */
export const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** What the lines of an act add to what is kept: the records themselves, and what is told of them. */
export function growthOf({ audit, timeline, outbox }: ActLines): Growth {
  // The record grows by after less before, and the audit keeps both.
  const bytes = audit.reduce((sum, { after }) => sum + 2 * sizeOf(after), 0) + timeline.reduce((sum, { payload, title }) => sum + sizeOf(payload) + Buffer.byteLength(title), 0);
  const counted = (wanted: Action): number => audit.filter(({ action, kind }) => action === wanted && kind !== 'pipeline').length;
  return { records: counted('created') - counted('purged'), bytes, events: outbox.length };
}
