import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { eventually } from '@crm-vision/common/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { connectionOf, findClient, run } from '../../src/backup/client-programs.js';
import { manifestSuffix } from '../../src/backup/copies.js';
import { dumpByCopy } from '../../src/backup/copy-dump.js';
import type { Manifest } from '../../src/backup/manifest.js';
import { verifyCopy } from '../../src/backup/verify.js';
import { withConnection } from '../../src/database/connection.js';
import { binaries15, startPostgres15, type SystemPostgres } from '../postgres-15.js';
import { backupStage, type BackupStage } from './stage.js';

jest.setTimeout(180_000);

const embedded = process.env['TEST_DATABASE_SUPERUSER_URL']!;

function suite(method: 'pg_dump' | 'copy', server: () => string): void {
  let stage: BackupStage;
  let dump = '';
  let whole: Buffer;
  const manifest = (): string => path.join(stage.folder, stage.files().find((file) => file.endsWith(manifestSuffix))!);
  const claims = (): Record<string, unknown> => JSON.parse(fs.readFileSync(manifest(), 'utf8')) as Record<string, unknown>;
  /** What is said about the backup with other bytes in it, also when its manifest was made to fit them. */
  async function verdicts(bytes: Buffer): Promise<string[]> {
    const file = path.join(stage.folder, 'changed');
    fs.writeFileSync(file, bytes);
    const fitting = { ...claims(), bytes: bytes.length, sha256: crypto.createHash('sha256').update(bytes).digest('hex') } as Manifest;
    const said = await Promise.all([claims(), fitting].map((each) => verifyCopy({ file, manifest: each as Manifest }).then(() => 'good', (error: Error) => error.message)));
    fs.rmSync(file);
    return said;
  }

  beforeAll(async () => {
    stage = await backupStage(server(), method);
    const ran = await stage.crmctl(['backup']);
    if (ran.code !== 0) throw new Error(ran.output);
    dump = path.join(stage.folder, stage.files().find((file) => !file.endsWith(manifestSuffix))!);
    whole = fs.readFileSync(dump);
  });
  afterAll(() => stage.clean());

  it('leaves one whole copy with its manifest, tells about it and is found good', async () => {
    expect(stage.files()).toEqual([path.basename(dump), path.basename(manifest())]);
    expect(claims()).toMatchObject({ database: stage.name, method, bytes: whole.length, lsn: expect.stringMatching(/^[0-9A-F]+\/[0-9A-F]+$/), tables: { 'crm.company': 500, 'auth.users': 0 } });
    const verified = await stage.crmctl(['verify']);
    expect(verified).toMatchObject({ code: 0, events: [{ event: 'verify.good', rows: claims()['rows'] }] });
    const [status] = await stage.sql<Record<string, unknown>>("SELECT last_success_at IS NOT NULL AS ok, bytes::int, row_count::int AS rows, copies, failures::int FROM crm.backup_status WHERE kind = 'backup'");
    expect(status).toEqual({ ok: true, bytes: whole.length, rows: claims()['rows'], copies: { folder: 1 }, failures: 0 });
  });

  it('is refused with a byte flipped, and not restored', async () => {
    const flipped = Buffer.from(whole);
    flipped[Math.floor(whole.length / 2)]! ^= 0xff;
    expect((await verdicts(flipped))[0]).toMatch(/is no good backup: its checksum is wrong/);
    fs.writeFileSync(dump, flipped);
    expect(await stage.crmctl(['verify'])).toMatchObject({ code: 1, output: expect.stringMatching(/its checksum is wrong/) });
    expect(await stage.crmctl(['restore', '--confirm', stage.name, '--replace'], { DATABASE_URL: stage.superuserUrl })).toMatchObject({ code: 1, output: expect.stringMatching(/its checksum is wrong/) });
    fs.writeFileSync(dump, whole);
  });

  it('is refused when it was cut at any tenth, also when the manifest was made to fit, and when it is empty', async () => {
    for (const percent of [10, 20, 30, 40, 50, 60, 70, 80, 90, 99]) {
      const said = await verdicts(whole.subarray(0, Math.floor((whole.length * percent) / 100)));
      expect({ percent, said }).toEqual({ percent, said: [expect.stringMatching(/bytes and its manifest says/), expect.stringMatching(/is no good backup: /)] });
    }
    expect(await verdicts(Buffer.alloc(0))).toEqual([expect.stringMatching(/the file is empty/), expect.stringMatching(/the file is empty/)]);
  });

  it('is refused when row-level security had hidden the rows, which no checksum tells', async () => {
    const filtered = path.join(stage.folder, 'filtered');
    if (method === 'pg_dump') {
      const { argument, env } = connectionOf(stage.urls.backupUrl);
      const asService = ['--enable-row-security', '--role=crm_app', '--schema=crm', '--exclude-table=crm.backup_status', '--exclude-table=crm.outbox_event', '--format=custom', `--file=${filtered}`, `--dbname=${argument}`];
      await stage.sql('GRANT crm_app TO backup');
      await run((await findClient('pg_dump'))!, asService, { env });
      await stage.sql('REVOKE crm_app FROM backup');
    } else {
      await stage.sql('GRANT SELECT ON ALL TABLES IN SCHEMA auth, crm TO crm_app; GRANT USAGE ON SCHEMA auth TO crm_app');
      await withConnection(stage.urls.crmUrl, (client) => dumpByCopy({ client }, filtered));
    }
    const [, fitting] = await verdicts(fs.readFileSync(filtered));
    expect(fitting).toMatch(/it does not hold the rows that were counted: .*crm\.company has 0 of 500/);
    fs.rmSync(filtered);
  });

  it('is refused without its manifest, or with a damaged one', async () => {
    const before = fs.readFileSync(manifest());
    const where = manifest();
    fs.writeFileSync(where, before.subarray(0, 100));
    expect(await stage.crmctl(['verify', path.basename(dump)])).toMatchObject({ code: 1, output: expect.stringMatching(/is damaged: this backup cannot be trusted/) });
    expect((await stage.crmctl(['verify', '--all'])).code).toBe(1);
    fs.rmSync(where);
    expect(await stage.crmctl(['verify', path.basename(dump)])).toMatchObject({ code: 1, output: expect.stringMatching(/is missing: without it nobody can say/) });
    fs.writeFileSync(where, before);
  });

  it('is not taken by a role from which rows are hidden', async () => {
    for (const url of [stage.urls.crmUrl, stage.urls.authUrl, stage.urls.ownerUrl]) {
      expect(await stage.crmctl(['backup'], { DATABASE_URL: url })).toMatchObject({ code: 1, output: expect.stringMatching(/cannot take backups, because row-level security hides rows from it/) });
    }
    expect(stage.files()).toHaveLength(2);
  });

  it('is taken once by two at the same time', async () => {
    await withConnection(stage.superuserUrl, async (reader) => {
      // The first backup waits for this table, with its lock in hand, until the second one was refused.
      await reader.query('BEGIN; LOCK TABLE crm.company IN ACCESS EXCLUSIVE MODE');
      const first = stage.crmctl(['backup']);
      await eventually(async () => {
        const { rows } = await reader.query("SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database WHERE locktype = 'relation' AND NOT granted AND datname = current_database()");
        expect(rows.length).toBeGreaterThan(0);
      }, 30_000);
      expect(await stage.crmctl(['backup'])).toMatchObject({ code: 75, events: [{ event: 'backup.skipped' }] });
      await reader.query('COMMIT');
      expect(await first).toMatchObject({ code: 0 });
    });
    expect(stage.files()).toHaveLength(4);
  });

  it('is tried in a drill that finds the same rows and leaves nothing behind', async () => {
    const drilled = await stage.crmctl(['drill']);
    expect(drilled).toMatchObject({ code: 0, events: [{ event: 'drill.start' }, { event: 'drill.end', rto: expect.any(Number), rpo: expect.any(Number) }] });
    expect(await stage.sql('SELECT datname FROM pg_database WHERE datname LIKE $1', ['drill%'])).toEqual([]);
    const [status] = await stage.sql<Record<string, unknown>>("SELECT rto_seconds > 0 AS rto, rpo_seconds >= 0 AS rpo FROM crm.backup_status WHERE kind = 'drill'");
    expect(status).toEqual({ rto: true, rpo: true });
  });
}

describe("a backup by crmctl's own method on the embedded PostgreSQL", () => suite('copy', () => embedded));

/** Where no PostgreSQL with its client is installed, the suite of the cluster proves the same. */
(binaries15 === undefined ? describe.skip : describe)('a backup by pg_dump on PostgreSQL 15', () => {
  let server: SystemPostgres | undefined;
  beforeAll(async () => {
    server = await startPostgres15();
  });
  suite('pg_dump', () => server!.superuserUrl);
  afterAll(() => server?.stop());
});
