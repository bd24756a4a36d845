import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/processes/free-ports.js';
import { pollUntil } from '../../src/processes/poll.js';
import { ApiClient } from '../../src/product/api-client.js';
import { inRepository } from '../../src/repository.js';
import { Launched } from './launched.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-backup-'));
fs.chmodSync(folder, 0o711);
const data = path.join(folder, 'data');
const kim = { email: 'kim@example.com', password: 'a long enough passphrase' };
let launched: Launched;
let url = '';

const crmctl = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [inRepository('scripts/dist/crmctl/main.js'), ...args], { env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', CRM_VISION_DATA: data } })).stdout;

beforeAll(async () => {
  launched = new Launched(data, ['--port', String(await freePort())]);
  url = await launched.ready();
}, 60_000);
afterAll(async () => {
  launched.kill('SIGTERM');
  await launched.exited;
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** What she finds when she signs in; null while the services find their database again. */
async function companies(): Promise<string[] | null> {
  try {
    const client = new ApiClient(url);
    if (!(await client.signIn(kim))) return ['nobody'];
    return (await client.call<{ items: { name: string }[] }>('GET', '/api/v1/companies')).items.map(({ name }) => name);
  } catch {
    return null;
  }
}

describe('a backup of the system that npm start runs', () => {
  it('is taken, tried and put back while it runs: who was there signs in and finds the same, and what came later is kept aside', async () => {
    const client = new ApiClient(url);
    await client.signUp({ ...kim, name: 'Kim', workspaceName: 'Kept' });
    await client.call('POST', '/api/v1/companies', { name: 'Before' });
    expect(await crmctl('backup')).toMatch(/"event":"backup.end".*"rows":\d+/);
    expect(await crmctl('verify', '--all')).toMatch(/"event":"verify.good"/);
    expect(await crmctl('drill')).toMatch(/"event":"drill.end".*"rto":[\d.]+,"rpo":\d+/);
    await client.call('POST', '/api/v1/companies', { name: 'After' });

    const said = await crmctl('restore', '--confirm', 'crm_vision', '--replace');
    const [, kept] = /drop-old (\w+_before_\d{14})/.exec(said)!;
    expect(await pollUntil(companies, { within: 30_000, every: 200 })).toEqual(['Before']);

    expect(await crmctl('restore', 'drop-old', kept!)).toBe(`Dropped ${kept!}.\n`);
    expect(await crmctl('audit', 'verify')).toMatch(/audit chains are intact/);
    expect(await crmctl('backup')).toMatch(/"event":"backup.end"/);
    expect((await crmctl('backup', 'list')).trim().split('\n')).toHaveLength(2);
  }, 180_000);
});
