import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { manifestSuffix } from '../../src/backup/copies.js';
import { chooseMethod } from '../../src/backup/method.js';
import { backupStage, program, type BackupStage } from './stage.js';

let stage: BackupStage;
const programs = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-programs-'));
const unix = process.platform !== 'win32';

beforeAll(async () => {
  stage = await backupStage(process.env['TEST_DATABASE_SUPERUSER_URL']!, 'copy');
  await stage.sql(
    "INSERT INTO crm.company (workspace_id, id, name, created_by, updated_by) SELECT $1, gen_random_uuid(), md5(n::text), gen_random_uuid(), gen_random_uuid() FROM generate_series(1, 80000) n",
    [stage.workspace],
  );
});
afterAll(async () => {
  await stage.clean();
  fs.rmSync(programs, { recursive: true });
});

const failures = async (): Promise<number> => Number((await stage.sql<{ failures: string }>("SELECT failures FROM crm.backup_status WHERE kind = 'backup'"))[0]?.failures ?? 0);

/** The exit code of a backup that gets the signal as soon as it has begun to write. */
async function endedBy(signal: NodeJS.Signals): Promise<number | null> {
  const child = spawn(process.execPath, [program, 'backup', '--method', 'copy'], { env: { ...process.env, NODE_OPTIONS: '', ...stage.environment }, stdio: 'ignore' });
  const watcher = fs.watch(stage.folder, () => {
    watcher.close();
    child.kill(signal);
  });
  return new Promise((resolve) => child.once('close', resolve));
}

describe('a backup', () => {
  it('that is killed leaves nothing that looks like one, and the next one clears up', async () => {
    await endedBy('SIGKILL');
    expect(stage.files()).toEqual([expect.stringMatching(/\.partial$/)]);
    expect((await stage.crmctl(['backup', 'list'])).output).toBe('');
    expect(await stage.crmctl(['verify', '--all'])).toMatchObject({ code: 1, output: expect.stringMatching(/There is no backup in/) });

    expect(await stage.crmctl(['backup'])).toMatchObject({ code: 0 });
    expect(stage.files()).toEqual([expect.stringMatching(/\.copy\.gz$/), expect.stringMatching(/\.manifest\.json$/)]);
    expect((await stage.crmctl(['backup', 'list', '--since', '5m'])).output.trim().split('\n')).toHaveLength(1);
  });

  (unix ? it : it.skip)('that is told to stop says so, counts as failed, and makes way for the next one', async () => {
    const failed = await failures();
    const before = stage.files();
    expect(await endedBy('SIGTERM')).toBe(143);
    expect(await failures()).toBe(failed + 1);
    expect(stage.files().filter((file) => !file.endsWith('.partial'))).toEqual(before);
  });

  (unix ? it : it.skip)('for which the disk has no room fails loudly, and leaves what was there', async () => {
    const before = stage.files().filter((file) => !file.endsWith('.partial'));
    const failed = await failures();
    const code = await new Promise((resolve) => {
      const command = `ulimit -f 100; exec "${process.execPath}" "${program}" backup --method copy`;
      spawn('sh', ['-c', command], { env: { ...process.env, NODE_OPTIONS: '', ...stage.environment }, stdio: 'ignore' }).once('close', resolve);
    });
    expect(code).toBe(1);
    expect(stage.files()).toEqual(before);
    expect(await failures()).toBe(failed + 1);
  });

  (unix ? it : it.skip)('by a client that is older than the server is refused before it begins', async () => {
    fs.writeFileSync(path.join(programs, 'pg_dump'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 14.9"\n', { mode: 0o755 });
    const before = stage.files();
    expect(await stage.crmctl(['backup', '--method', 'pg_dump'], { PATH: `${programs}:/bin:/usr/bin` })).toMatchObject({
      code: 1, output: expect.stringMatching(/pg_dump 14\.9 \(.*\) is older than the server, PostgreSQL 18: install the PostgreSQL 18 client, or use --method copy/),
    });
    expect(stage.files()).toEqual(before);
  });

  it('says which method it used, where nobody asked for one and there is no pg_dump', async () => {
    const searchPath = process.env['PATH'];
    process.env['PATH'] = programs.concat('-none');
    expect(await chooseMethod({ asked: undefined, serverVersion: 180_004, embedded: false })).toEqual({ kind: 'copy', reason: 'there is no pg_dump here' });
    await expect(chooseMethod({ asked: 'pg_dump', serverVersion: 180_004, embedded: false })).rejects.toThrow('pg_dump is not installed');
    process.env['PATH'] = searchPath;
  });

  (unix ? it : it.skip)('is not called bad by a client that is too old to read it', async () => {
    const manifest = path.join(stage.folder, stage.files().find((file) => file.endsWith(manifestSuffix))!);
    const before = fs.readFileSync(manifest, 'utf8');
    fs.writeFileSync(manifest, JSON.stringify({ ...(JSON.parse(before) as object), method: 'pg_dump', clientVersion: '18.1' }));
    fs.writeFileSync(path.join(programs, 'pg_restore'), '#!/bin/sh\necho "pg_restore (PostgreSQL) 17.2"\n', { mode: 0o755 });
    expect(await stage.crmctl(['verify'], { PATH: `${programs}:/bin:/usr/bin` })).toMatchObject({
      code: 1, output: expect.stringMatching(/^The backup was made by pg_dump 18\.1, and pg_restore is 17\.2 here: install the PostgreSQL 18 client and try again\.$/m),
    });
    fs.writeFileSync(manifest, before);
  });

  (unix ? it : it.skip)('that is old stays when the new one turns out to be no good, and goes when it is', async () => {
    const manifest = path.join(stage.folder, stage.files().find((file) => file.endsWith(manifestSuffix))!);
    fs.writeFileSync(manifest, JSON.stringify({ ...(JSON.parse(fs.readFileSync(manifest, 'utf8')) as object), takenAt: '2020-01-02T02:00:00.000Z' }));
    const before = stage.files();
    const writesJunk = '#!/bin/sh\nfor a in "$@"; do case "$a" in --version) echo "pg_dump (PostgreSQL) 18.1";; --file=*) echo junk > "${a#--file=}";; esac; done\n';
    fs.writeFileSync(path.join(programs, 'pg_dump'), writesJunk, { mode: 0o755 });
    fs.writeFileSync(path.join(programs, 'pg_restore'), '#!/bin/sh\n[ "$1" = --version ] && echo "pg_restore (PostgreSQL) 18.1" && exit\necho "not a valid archive" >&2; exit 1\n', { mode: 0o755 });
    const rule = { BACKUP_RETENTION_DAYS: '1', BACKUP_MINIMUM_COPIES: '1', BACKUP_MONTHLY_COPIES: '0' };
    const ran = await stage.crmctl(['backup', '--method', 'pg_dump'], { ...rule, PATH: `${programs}:/bin:/usr/bin` });
    expect(ran).toMatchObject({ code: 1, output: expect.stringMatching(/is no good backup/) });
    expect(stage.files()).toEqual(before);
    expect((await stage.crmctl(['backup'], rule)).code).toBe(0);
    expect(stage.files()).toHaveLength(2);
    expect(stage.files()).not.toEqual(before);
  });
});
