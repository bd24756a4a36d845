import { afterOtherGauges, inTime, registry } from '@crm-vision/common/metrics';
import { Counter, Gauge } from 'prom-client';

/** Every metric name of this service and its worker. */
export const recordChanges = new Counter({
  name: 'crm_record_changes_total', help: 'Changes of records by event, such as contact.created, deal.moved, deal.won', labelNames: ['event'], registers: [registry],
});
// The first one of a process counts, too: a series that begins at 1 has not risen.
for (const event of ['contact.created', 'deal.created', 'deal.moved', 'deal.won', 'deal.lost']) recordChanges.inc({ event }, 0);
export const quotaRefusals = new Counter({ name: 'crm_quota_refusals_total', help: 'Changes that were refused because a quota of the workspace was used up', labelNames: ['quota'], registers: [registry] });
for (const quota of ['records', 'bytes', 'events']) quotaRefusals.inc({ quota }, 0);
export const eventsPublished = new Counter({ name: 'crm_outbox_published_total', help: 'Change events that the worker has published', registers: [registry] });
export const entriesSealed = new Counter({ name: 'crm_audit_sealed_total', help: 'Audit entries that the worker has sealed', registers: [registry] });
export const loopFailures = new Counter({ name: 'crm_worker_failures_total', help: 'Rounds of a loop of the worker that failed', labelNames: ['loop'], registers: [registry] });

export interface Backlog {
  waiting: number;
  /** Seconds that the oldest one has waited. */
  seconds: number;
}

/** Gauges that ask the database when they are read; once a process. While it does not answer they keep what they knew. */
export function watchBacklogs(read: { outbox: () => Promise<Backlog>; audit: () => Promise<Backlog> }): void {
  watch('crm_outbox_waiting', 'crm_outbox_lag_seconds', 'Change events that wait to be published', read.outbox);
  watch('crm_audit_unsealed_waiting', 'crm_audit_unsealed_lag_seconds', 'Audit entries that wait for their seal', read.audit);
}

function watch(count: string, lag: string, help: string, ask: () => Promise<Backlog>): void {
  const gauge = (name: string, about: string, of: (backlog: Backlog) => number): Gauge => new Gauge({
    name, help: about, registers: [registry],
    async collect() {
      const backlog = await inTime(afterOtherGauges().then(ask)).catch(() => undefined);
      if (backlog) this.set(of(backlog));
    },
  });
  gauge(count, help, ({ waiting }) => waiting);
  gauge(lag, `${help}: seconds that the oldest one has waited`, ({ seconds }) => seconds);
}
