import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withConnection } from '../../src/database/connection.js';
import { shellBlocks } from '../../src/docs/shell-blocks.js';
import { postgresUser } from '../../src/embedded/operating-user.js';
import { freePort } from '../../src/processes/free-ports.js';
import { pollUntil } from '../../src/processes/poll.js';
import { inRepository } from '../../src/repository.js';
import { binaries15, startPostgres15, type SystemPostgres } from '../postgres-15.js';

const page = 'docs/operations/backup.md';
const [baseBackup, recovery] = ['pg_basebackup', 'pg_ctl'].map((program) => shellBlocks(page).find((block) => block.includes(program))!);
const archive = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-archive-'));
let server: SystemPostgres | undefined;
let url = '';
let port = 0;

const sql = async (text: string, at = url): Promise<string[]> => withConnection(at, async (client) => (await client.query<[string]>({ text, rowMode: 'array' })).rows.map(([first]) => first));

/** The block as the server's user, with this test's places in it. */
function shell(block: string, time = ''): Promise<unknown> {
  const filledIn = block.replaceAll('/archive', archive).replace('postgresql://postgres@127.0.0.1:5432', url).replace('5544', String(port)).replace(/(?<=recovery_target_time = ')[^']+/, time)
    // The user of the test may make no socket where the system's server has its own.
    .replace('archive_mode = off', "archive_mode = off\nunix_socket_directories = ''");
  return promisify(execFile)('sh', ['-euc', filledIn], { ...postgresUser(), cwd: archive, env: { ...process.env, PATH: `${binaries15!}:${process.env['PATH']!}` } });
}

/** Skipped by name where no PostgreSQL 15 is installed. */
(binaries15 === undefined ? describe.skip : describe)('a point in time, as the page says it', () => {
  beforeAll(async () => {
    const user = postgresUser();
    if (user) fs.chownSync(archive, user.uid, user.gid);
    const settings = /^```ini\n(.*?)^```$/ms.exec(fs.readFileSync(inRepository(page), 'utf8'))![1]!.trim().split('\n').map((line) => line.replace(/ = '?(.*?)'?$/, '=$1').replaceAll('/archive', archive));
    server = await startPostgres15(settings);
    url = server.superuserUrl;
    port = await freePort();
  });
  afterAll(async () => {
    await shell('pg_ctl --pgdata=/archive/restored --mode=immediate stop').catch(() => undefined);
    await server?.stop();
    fs.rmSync(archive, { recursive: true, force: true });
  });

  it('has what was written before it, and nothing that was written after it', async () => {
    await sql('CREATE TABLE canary (name text)');
    await shell(baseBackup!);
    await sql("INSERT INTO canary VALUES ('A')");
    const [time] = await sql('SELECT clock_timestamp()::text');
    await sql("INSERT INTO canary VALUES ('B')");
    const [segment] = await sql('SELECT pg_walfile_name(pg_switch_wal())');
    expect(await pollUntil(async () => fs.existsSync(path.join(archive, segment!)), { within: 20_000 })).toBe(true);
    await shell(recovery!, time);
    const restored = url.replace(/:\d+\//, `:${port}/`);
    expect(await pollUntil(async () => (await sql('SELECT pg_is_in_recovery()::text', restored))[0] === 'false', { within: 20_000 })).toBe(true);
    expect(await sql('SELECT name FROM canary', restored)).toEqual(['A']);
    expect(await sql('SELECT name FROM canary ORDER BY 1')).toEqual(['A', 'B']);
  }, 90_000);
});
