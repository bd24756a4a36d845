import { eventsPublished, entriesSealed, quotaRefusals, recordChanges } from './metrics.js';

/** The only place that counts business events. */
export function recordsChanged(topics: readonly string[]): void {
  for (const event of topics) recordChanges.inc({ event });
}

export function quotaReached(quota: string): void {
  quotaRefusals.inc({ quota });
}

export function changesPublished(count: number): void {
  eventsPublished.inc(count);
}

export function auditSealed(count: number): void {
  entriesSealed.inc(count);
}
