import type { Database } from '@crm-vision/common/database';

/** What the last run of a kind said: seconds since 1970, seconds, bytes. */
export interface BackupStatus {
  kind: string;
  lastSuccess: number | null;
  seconds: number | null;
  bytes: number | null;
  rows: number | null;
  copies: Record<string, number>;
  rto: number | null;
  rpo: number | null;
  failures: number;
}

export function readBackupStatus(database: Database): Promise<BackupStatus[]> {
  return database.readGlobal<BackupStatus>({
    name: 'backup_status',
    text: `select kind, extract(epoch from last_success_at)::float8 as "lastSuccess", duration_seconds as seconds, bytes::float8 as bytes, row_count::float8 as rows, copies,
      rto_seconds as rto, rpo_seconds as rpo, failures::float8 as failures from crm.backup_status`,
    values: [],
  });
}
