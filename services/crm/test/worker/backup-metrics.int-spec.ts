import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { registry } from '@crm-vision/common/metrics';
import { watchBackups } from '../../src/worker/backup-metrics.js';
import { readBackupStatus } from '../../src/worker/backup-status.repository.js';
import { startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let answers = true;
let scrapes = 0;

const report = (kind: string, at: string | null, figures: object = {}): Promise<unknown> =>
  crm.testDatabase.sql('select crm.report_backup($1, $2, $3)', [kind, at, JSON.stringify(figures)]);

/** Lines of the metrics about backups, a minute after the scrape before. */
async function metrics(): Promise<string[]> {
  scrapes += 1;
  const later = Date.now() + scrapes * 60_000;
  const now = Date.now;
  Date.now = () => later;
  const text = await registry.metrics().finally(() => (Date.now = now));
  return text.split('\n').filter((line) => /^crm_(backup|restore)/.test(line)).sort();
}

beforeAll(async () => {
  crm = await startCrm();
  watchBackups(() => (answers ? readBackupStatus(crm.worker) : Promise.reject(new Error('away'))));
});
afterAll(() => crm.stop());

it('has no value for what never succeeded, tells what the jobs reported, counts failures, and keeps what it knew while the database is away', async () => {
  expect(await metrics()).toEqual([]);
  await report('drill', null);
  expect(await metrics()).toEqual(['crm_backup_failures_total{kind="drill"} 1']);

  await report('backup', '2026-11-24T02:00:00Z', { seconds: 12.5, bytes: 4096, rows: 77, copies: { folder: 7, s3: 4 } });
  await report('backup', null);
  await report('verify', '2026-11-24T03:00:00Z');
  await report('drill', '2026-11-24T04:00:00Z', { rto: 42, rpo: 7200 });
  const expected = [
    'crm_backup_copies{medium="folder"} 7',
    'crm_backup_copies{medium="s3"} 4',
    'crm_backup_failures_total{kind="backup"} 1',
    'crm_backup_failures_total{kind="drill"} 1',
    'crm_backup_failures_total{kind="verify"} 0',
    'crm_backup_last_duration_seconds 12.5',
    `crm_backup_last_success_timestamp_seconds ${Date.parse('2026-11-24T02:00:00Z') / 1000}`,
    'crm_backup_rows 77',
    'crm_backup_size_bytes 4096',
    `crm_backup_verify_last_success_timestamp_seconds ${Date.parse('2026-11-24T03:00:00Z') / 1000}`,
    'crm_restore_drill_last_success_timestamp_seconds ' + String(Date.parse('2026-11-24T04:00:00Z') / 1000),
    'crm_restore_drill_rpo_seconds 7200',
    'crm_restore_drill_rto_seconds 42',
  ];
  expect(await metrics()).toEqual(expected);

  answers = false;
  expect(await metrics()).toEqual(expected);
});
