import { registry } from '@crm-vision/common/metrics';
import { Counter, Gauge } from 'prom-client';

/** Every metric name of this service and its worker. */
export const recordChanges = new Counter({
  name: 'crm_record_changes_total', help: 'Changes of records by event, such as contact.created, deal.moved, deal.won', labelNames: ['event'], registers: [registry],
});
export const eventsPublished = new Counter({ name: 'crm_outbox_published_total', help: 'Change events that the worker has published', registers: [registry] });
export const entriesSealed = new Counter({ name: 'crm_audit_sealed_total', help: 'Audit entries that the worker has sealed', registers: [registry] });
export const loopFailures = new Counter({ name: 'crm_worker_failures_total', help: 'Rounds of a loop of the worker that failed', labelNames: ['loop'], registers: [registry] });

export interface Backlog {
  waiting: number;
  /** Seconds that the oldest one has waited. */
  seconds: number;
}

/** Gauges that ask the database when they are read; once a process. */
export function watchBacklogs(read: { outbox: () => Promise<Backlog>; audit: () => Promise<Backlog> }): void {
  const gauges = [
    ['crm_outbox', 'Change events that wait to be published', read.outbox],
    ['crm_audit_unsealed', 'Audit entries that wait for their seal', read.audit],
  ] as const;
  for (const [name, help, ask] of gauges) {
    const seconds = new Gauge({ name: `${name}_lag_seconds`, help: `${help}: seconds that the oldest one has waited`, registers: [registry] });
    new Gauge({
      name: `${name}_waiting`, help, registers: [registry],
      async collect() {
        const backlog = await ask();
        this.set(backlog.waiting);
        seconds.set(backlog.seconds);
      },
    });
  }
}
