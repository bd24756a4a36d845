import { afterOtherGauges, inTime, registry } from '@crm-vision/common/metrics';
import { Counter, Gauge } from 'prom-client';
import type { BackupStatus } from './backup-status.repository.js';

/** What one scrape reads for all its gauges. */
const FRESH_MS = 1_000;

type Figure = (all: ReadonlyMap<string, BackupStatus>) => number | null | undefined;

const figures: [name: string, help: string, of: Figure][] = [
  ['crm_backup_last_success_timestamp_seconds', 'When the last good backup was taken', (all) => all.get('backup')?.lastSuccess],
  ['crm_backup_last_duration_seconds', 'How long the last good backup took', (all) => all.get('backup')?.seconds],
  ['crm_backup_size_bytes', 'Size of the last good backup', (all) => all.get('backup')?.bytes],
  ['crm_backup_rows', 'Rows in the last good backup', (all) => all.get('backup')?.rows],
  ['crm_backup_verify_last_success_timestamp_seconds', 'When the backups were last checked and found good', (all) => all.get('verify')?.lastSuccess],
  ['crm_restore_drill_last_success_timestamp_seconds', 'When a backup was last restored as a drill', (all) => all.get('drill')?.lastSuccess],
  ['crm_restore_drill_rto_seconds', 'How long the last drill took to a database that answers', (all) => all.get('drill')?.rto],
  ['crm_restore_drill_rpo_seconds', 'How old the data of the last drill were', (all) => all.get('drill')?.rpo],
];

/** Gauges about the backups, as their jobs reported them to the database. What never succeeded has no value, so that an alert can ask for its absence. */
export function watchBackups(ask: () => Promise<BackupStatus[]>): void {
  const read = together(async () => new Map((await ask()).map((status) => [status.kind, status])));
  for (const [name, help, of] of figures) {
    new Gauge({
      name, help, registers: [registry],
      async collect() {
        const value = of(await read());
        if (value === null || value === undefined) this.remove();
        else this.set(value);
      },
    });
  }
  new Gauge({
    name: 'crm_backup_copies', help: 'Good copies after the last backup', labelNames: ['medium'], registers: [registry],
    async collect() {
      this.reset();
      for (const [medium, count] of Object.entries((await read()).get('backup')?.copies ?? {})) this.set({ medium }, count);
    },
  });
  new Counter({
    name: 'crm_backup_failures_total', help: 'Backups, checks and drills that failed', labelNames: ['kind'], registers: [registry],
    async collect() {
      this.reset();
      for (const { kind, failures } of (await read()).values()) this.inc({ kind }, failures);
    },
  });
}

/** One question for all who ask at the same time. While there is no answer, what was known stands. */
function together<T>(ask: () => Promise<Map<string, T>>): () => Promise<ReadonlyMap<string, T>> {
  let known = new Map<string, T>();
  let asked: { at: number; answer: Promise<Map<string, T>> } | undefined;
  return async () => {
    if (!asked || Date.now() - asked.at > FRESH_MS) asked = { at: Date.now(), answer: inTime(afterOtherGauges().then(ask)).catch(() => known) };
    known = await asked.answer;
    return known;
  };
}
