import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis } from '../../dist/embedded/redis.js';
import { freePort } from '../../src/processes/free-ports.js';
import { ApiClient } from '../../src/product/api-client.js';
import { Launched } from './launched.js';

const password = 'a long enough passphrase';

describe('the product after Redis was killed', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-redis-'));
  fs.chmodSync(folder, 0o711);
  let launched: Launched;
  let url = '';
  let signedInBefore: ApiClient;

  beforeAll(async () => {
    const redis = await startRedis({ logFile: path.join(folder, 'redis.log') });
    launched = new Launched(path.join(folder, 'data'), ['--port', String(await freePort())], { REDIS_URL: redis.url });
    url = await launched.ready();
    signedInBefore = new ApiClient(url);
    await signedInBefore.signUp({ email: 'kim@example.com', password, name: 'Kim', workspaceName: 'Without Redis' });
    redis.child.kill('SIGKILL');
    await redis.child.exited;
  }, 60_000);

  afterAll(async () => {
    launched.kill('SIGTERM');
    await launched.exited;
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  it('lets people sign up and sign in', async () => {
    await new ApiClient(url).signUp({ email: 'ada@example.com', password, name: 'Ada', workspaceName: 'Another' });
    expect(await new ApiClient(url).signIn({ email: 'kim@example.com', password })).toBe(true);
  });

  it('goes on with sessions, reads and writes', async () => {
    const created = await signedInBefore.call<{ id: string; version: number }>('POST', '/api/v1/companies', { name: 'Still here' });
    expect(await signedInBefore.call('PATCH', `/api/v1/companies/${created.id}`, { version: created.version, name: 'Still here indeed' })).toMatchObject({ name: 'Still here indeed' });
    expect(await signedInBefore.call('GET', '/api/v1/companies')).toMatchObject({ items: [{ id: created.id }] });
  });

  it('keeps every process running', () => {
    expect(launched.output).not.toMatch(/ ended \(/);
  });
});
