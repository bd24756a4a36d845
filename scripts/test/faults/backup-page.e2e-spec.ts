import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shellBlocks } from '../../src/docs/shell-blocks.js';
import { freePort } from '../../src/processes/free-ports.js';
import { inRepository } from '../../src/repository.js';
import { storeKeys, StandInS3 } from '../backup/stand-in-s3.js';
import { Launched } from './launched.js';

const blocks = shellBlocks('docs/operations/backup.md').filter((block) => !/kubectl|pg_basebackup|pg_ctl/.test(block));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-page-'));
fs.chmodSync(folder, 0o711);
const data = path.join(folder, 'data');
const programs = path.join(folder, 'programs');
const store = new StandInS3();
let launched: Launched;
let storeUrl = '';
let said = '';

beforeAll(async () => {
  launched = new Launched(data, ['--port', String(await freePort())]);
  await launched.ready();
  storeUrl = await store.start();
  fs.mkdirSync(programs);
  // The command of the page, without its bootstrap: everything is built.
  const npm = `#!/bin/sh\n[ "$1 $2 $3 $4" = "run --silent crmctl --" ] || exit 9\nshift 4\nexec "${process.execPath}" "${inRepository('scripts/dist/crmctl/main.js')}" "$@"\n`;
  fs.writeFileSync(path.join(programs, 'npm'), npm, { mode: 0o755 });
}, 60_000);
afterAll(async () => {
  store.stop();
  launched.kill('SIGTERM');
  await launched.exited;
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** The block with what the reader has to fill in, from what the blocks before have said. */
function filledIn(block: string): string {
  return block
    .replace(/crm_vision_before_\d{14}/, /drop-old (\w+_before_\d{14})/.exec(said)?.[1] ?? 'nothing was kept')
    .replace('https://s3.example.com/crm-backups', storeUrl)
    .replace(/S3_ACCESS_KEY_ID=\S+/, `S3_ACCESS_KEY_ID=${storeKeys.S3_ACCESS_KEY_ID}`)
    .replace(/S3_SECRET_ACCESS_KEY=\S+/, `S3_SECRET_ACCESS_KEY=${storeKeys.S3_SECRET_ACCESS_KEY}`)
    .replace(/BACKUP_AGE_RECIPIENTS=\S+/, `BACKUP_AGE_RECIPIENTS=${/age1\w+/.exec(said)?.[0] ?? 'no key was made'}`)
    .replaceAll('backup-key.txt', path.join(folder, 'backup-key.txt'))
    .replaceAll('--folder .data/backups', `--folder "${path.join(data, 'backups')}"`);
}

/** Windows has another shell. */
(process.platform === 'win32' ? describe.skip : describe)('docs/operations/backup.md', () => {
  it('has blocks for every verb', () => {
    const text = blocks.join('');
    for (const verb of ['backup', 'backup list', 'verify', 'drill', 'schedule', 'restore', 'restore drop-old', 'backup new-key']) expect(text).toContain(`crmctl -- ${verb}`);
  });

  it.each(blocks.map((block) => [block.split('\n')[0]!, block]))('does what it says: %s ...', async (_first, block) => {
    const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', CRM_VISION_DATA: data, PATH: `${programs}:${process.env['PATH']!}` };
    const { stdout } = await promisify(execFile)('sh', ['-euc', filledIn(block)], { env, cwd: inRepository() });
    said += stdout;
    expect(stdout).not.toMatch(/\.(failed|bad|untold)"/);
  }, 120_000);
});
